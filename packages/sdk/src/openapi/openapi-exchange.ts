import { randomUUID } from 'node:crypto';
import type { AccessKey } from '../credentials/access-key.js';
import { actionFacts } from '../model/generated/actions.js';
import { apiVersion } from '../model/generated/endpoints.js';
import type { Exchange, WireRequest, WireResponse } from '../transport/types.js';
import { isPromise } from '../value-kinds.js';
import {
  acs3CanonicalRequest,
  acs3ContentSha256,
  acs3Headers,
  acs3Signature,
  acs3SignedHeaderNames,
  acs3StringToSign,
  formatAcs3Authorization,
} from '../wire/acs3.js';
import { lackOf } from '../wire/answer-checks.js';
import type { Endpoint } from '../wire/endpoint.js';
import { errorOfAnswer, incompleteAnswer, invalidAnswer } from '../wire/error-answer.js';
import { decodeOpenApiError } from '../wire/error-body.js';
import { encodeForm } from '../wire/form.js';
import { formatTimestamp } from '../wire/timestamps.js';

/** A call to an OpenAPI gateway, ready to be sent as often as needed. */
export interface OpenApiCall {
  action: string;
  parameters: Readonly<Record<string, string>>;
  repeatable: boolean;
  endpoint: Endpoint;
  /** Headers of the caller, names in lower case. */
  requestHeaders: Readonly<Record<string, string>>;
  accessKey(): AccessKey | Promise<AccessKey>;
}

/** Headers that the protocol gives a value. */
export const openApiReservedHeaders: readonly string[] = [
  'accept',
  'authorization',
  'content-type',
  ...Object.values(acs3Headers),
];

export function openApiExchange(call: OpenApiCall): Exchange<Record<string, unknown>> {
  const { action, endpoint, repeatable } = call;
  // In the body, not in the query: an address ends up in access logs, and some parameters are secrets.
  const body = Buffer.from(encodeForm(Object.entries(call.parameters)));
  const contentSha256 = acs3ContentSha256(body);
  const signed = ({ accessKeyId, accessKeySecret, securityToken }: AccessKey, now: Date): WireRequest => {
    const headers: Record<string, string> = {
      ...call.requestHeaders,
      accept: 'application/json',
      host: endpoint.host,
      [acs3Headers.action]: action,
      [acs3Headers.version]: apiVersion,
      [acs3Headers.date]: formatTimestamp(now),
      [acs3Headers.nonce]: randomUUID().replaceAll('-', ''),
      [acs3Headers.contentSha256]: contentSha256,
      'content-length': String(body.length),
    };
    if (body.length > 0) headers['content-type'] = 'application/x-www-form-urlencoded';
    if (securityToken) {
      headers[acs3Headers.accessKeyId] = accessKeyId;
      headers[acs3Headers.securityToken] = securityToken;
    }
    const request: WireRequest = { origin: endpoint.origin, path: '/', method: 'POST', headers, body };
    const signedHeaders = acs3SignedHeaderNames(headers);
    const stringToSign = acs3StringToSign(acs3CanonicalRequest({ ...request, query: [], signedHeaders }));
    const signature = acs3Signature(accessKeySecret, stringToSign);
    headers.authorization = formatAcs3Authorization({ accessKeyId, signedHeaders, signature });
    return request;
  };
  return {
    api: action,
    endpoint: endpoint.host,
    repeatable,
    prepare(now) {
      const accessKey = call.accessKey();
      return isPromise(accessKey) ? accessKey.then((key) => signed(key, now)) : signed(accessKey, now);
    },
    read: (response) => readAnswer(call, response),
  };
}

function readAnswer({ action, endpoint, parameters }: OpenApiCall, response: WireResponse): Record<string, unknown> {
  const { status, body } = response;
  const context = { api: action, endpoint: endpoint.host };
  if (status < 200 || status > 299) throw errorOfAnswer(response, decodeOpenApiError(body), context, 'accessKey');
  const answer = tryParse(body);
  // Every answer of KMS names its request.
  if (!isObject(answer) || typeof answer.RequestId !== 'string' || answer.RequestId === '') {
    throw invalidAnswer(response, context);
  }
  const facts = actionFacts(action)?.answer;
  const lack = facts && (codeIn(answer) ?? lackOf(facts, answer, parameters, 'json'));
  if (lack) throw incompleteAnswer(response, context, lack, answer.RequestId);
  return answer;
}

/** No answer of an API that is known has a code: this one is an error, whatever its status says. */
function codeIn({ Code }: Record<string, unknown>): string | undefined {
  if (!Code) return undefined;
  return typeof Code === 'string' && /^[\w.]{1,100}$/.test(Code) ? `the error code ${Code}` : 'an error code';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tryParse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

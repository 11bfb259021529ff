import { randomUUID } from 'node:crypto';
import type { UsableAccessKey } from '../credentials/kept-access-key.js';
import { KmsServiceError } from '../errors.js';
import type { Peer } from '../model/advice.js';
import { actionFacts } from '../model/generated/actions.js';
import { apiVersion } from '../model/generated/endpoints.js';
import type { AcsAlgorithm } from '../model/signature-algorithms.js';
import type { Exchange, WireRequest, WireResponse } from '../transport/types.js';
import { isPromise } from '../util/value-kinds.js';
import {
  type AcsDigest,
  acsCanonicalRequest,
  acsContentHeader,
  acsDigest,
  acsHeaders,
  acsScope,
  acsSignature,
  acsSignedHeaderNames,
  acsStringToSign,
  formatAcsAuthorization,
} from '../wire/acs-signature.js';
import type { Endpoint } from '../wire/endpoint.js';
import { decodeOpenApiError } from '../wire/error-body.js';
import { errorOfResponse, incompleteResponse, invalidResponse } from '../wire/error-response.js';
import { encodeForm } from '../wire/form.js';
import { lackOf } from '../wire/response-checks.js';
import { formatTimestamp } from '../wire/timestamps.js';

/** A call to an OpenAPI gateway, ready to be sent as often as needed. */
export interface PublicCall {
  action: string;
  parameters: Readonly<Record<string, string>>;
  repeatable: boolean;
  endpoint: Endpoint;
  /** Whose gateway it is. */
  peer: Peer;
  /** Headers of the caller, names in lower case. */
  requestHeaders: Readonly<Record<string, string>>;
  algorithm: AcsAlgorithm;
  /** @param now the time, as far as the server's is known */
  accessKey(now: Date): UsableAccessKey | Promise<UsableAccessKey>;
  /** Hears of an AccessKey that the gateway does not take, or no longer. */
  refused(accessKey: UsableAccessKey): void;
}

/** Headers that the protocol gives a value. */
export const publicReservedHeaders: readonly string[] = [
  'accept',
  'authorization',
  'content-type',
  ...Object.values(acsHeaders),
];

export function publicExchange(call: PublicCall): Exchange<Record<string, unknown>> {
  const { action, endpoint, repeatable } = call;
  // In the body, not in the query: an address ends up in access logs, and some parameters are secrets.
  const body = Buffer.from(encodeForm(Object.entries(call.parameters)));
  let used: UsableAccessKey | undefined;
  const signed = (accessKey: UsableAccessKey, digest: AcsDigest, now: Date): WireRequest => {
    used = accessKey;
    return sign(call, body, accessKey, digest, now);
  };
  return {
    api: action,
    endpoint: endpoint.host,
    repeatable,
    prepare(now) {
      const accessKey = call.accessKey(now);
      const digest = acsDigest(call.algorithm);
      if (!(isPromise(accessKey) || isPromise(digest))) return signed(accessKey, digest, now);
      return Promise.all([accessKey, digest]).then(([key, loaded]) => signed(key, loaded, now));
    },
    read(response) {
      try {
        return readResponse(call, response);
      } catch (error) {
        if (used && error instanceof KmsServiceError && refusesAccessKey.test(error.code)) call.refused(used);
        throw error;
      }
    },
  };
}

function sign(
  { action, algorithm, endpoint, requestHeaders }: PublicCall,
  body: Uint8Array,
  { accessKeyId, accessKeySecret, securityToken, source, expiration }: UsableAccessKey,
  digest: AcsDigest,
  now: Date,
): WireRequest {
  const date = formatTimestamp(now);
  const headers: Record<string, string> = {
    ...requestHeaders,
    accept: 'application/json',
    host: endpoint.host,
    [acsHeaders.action]: action,
    [acsHeaders.version]: apiVersion,
    [acsHeaders.date]: date,
    [acsHeaders.nonce]: randomUUID().replaceAll('-', ''),
    [acsContentHeader(algorithm)]: digest.hash(body),
    'content-length': String(body.length),
  };
  if (body.length > 0) headers['content-type'] = 'application/x-www-form-urlencoded';
  if (securityToken) {
    headers[acsHeaders.accessKeyId] = accessKeyId;
    headers[acsHeaders.securityToken] = securityToken;
  }
  const request: WireRequest = {
    origin: endpoint.origin,
    path: '/',
    method: 'POST',
    headers,
    body,
    accessKey: { accessKeyId, source, ...(expiration && { expiration }) },
  };
  const signedHeaders = acsSignedHeaderNames(headers);
  const canonical = acsCanonicalRequest({ ...request, query: [], signedHeaders }, algorithm);
  const scope = algorithm.startsWith('ACS4-') ? acsScope(date, endpoint.host) : undefined;
  const signature = acsSignature(accessKeySecret, acsStringToSign(algorithm, canonical, digest), digest, scope);
  headers.authorization = formatAcsAuthorization({ algorithm, accessKeyId, scope, signedHeaders, signature });
  return request;
}

/** An AccessKey that is not known, no longer active, or ended. */
const refusesAccessKey = /^Invalid(AccessKeyId|SecurityToken)\b/;

function readResponse(
  { action, parameters, endpoint, peer }: PublicCall,
  response: WireResponse,
): Record<string, unknown> {
  const { status, body } = response;
  const context = { api: action, endpoint: endpoint.host };
  if (status < 200 || status > 299) {
    const call = { api: action, credential: 'accessKey', peer, parameters } as const;
    throw errorOfResponse(response, decodeOpenApiError(body), context, call);
  }
  const answer = tryParse(body);
  // Every answer of KMS names its request.
  if (!isObject(answer) || typeof answer.RequestId !== 'string' || answer.RequestId === '') {
    throw invalidResponse(response, context);
  }
  const facts = actionFacts(action)?.answer;
  const lack = facts && (codeIn(answer) ?? lackOf(facts, answer, parameters, 'json'));
  if (lack) throw incompleteResponse(response, context, lack, answer.RequestId);
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

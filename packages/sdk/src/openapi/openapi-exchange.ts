import { randomUUID } from 'node:crypto';
import type { AccessKey } from '../credentials/access-key.js';
import type { Peer } from '../model/advice.js';
import { apiVersion } from '../model/generated/endpoints.js';
import type { Exchange, WireRequest, WireResponse } from '../transport/types.js';
import {
  acs3CanonicalRequest,
  acs3ContentSha256,
  acs3Headers,
  acs3Signature,
  acs3SignedHeaderNames,
  acs3StringToSign,
  formatAcs3Authorization,
} from '../wire/acs3.js';
import type { Endpoint } from '../wire/endpoint.js';
import { errorOfAnswer, invalidAnswer } from '../wire/error-answer.js';
import { decodeOpenApiError } from '../wire/error-body.js';
import { encodeForm } from '../wire/form.js';
import { formatTimestamp } from '../wire/timestamps.js';

/** A call to an OpenAPI gateway, ready to be sent as often as needed. */
export interface OpenApiCall {
  action: string;
  parameters: Readonly<Record<string, string>>;
  repeatable: boolean;
  endpoint: Endpoint;
  /** Whose gateway it is. */
  peer: Peer;
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
      return accessKey instanceof Promise ? accessKey.then((key) => signed(key, now)) : signed(accessKey, now);
    },
    read: (response) => readAnswer(call, response),
  };
}

function readAnswer(
  { action, parameters, endpoint, peer }: OpenApiCall,
  response: WireResponse,
): Record<string, unknown> {
  const { status, body } = response;
  const context = { api: action, endpoint: endpoint.host };
  if (status < 200 || status > 299) {
    const call = { api: action, credential: 'accessKey', peer, parameters } as const;
    throw errorOfAnswer(response, decodeOpenApiError(body), context, call);
  }
  const answer = tryParse(body);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw invalidAnswer(response, context);
  return answer as Record<string, unknown>;
}

function tryParse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

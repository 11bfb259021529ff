import { type CallContext, KmsConnectionError, KmsServiceError } from '../errors.js';
import { adviceFor, type RefusedCall } from '../model/advice.js';
import { oneLine } from '../util/one-line.js';
import type { ErrorBody, OpenApiErrorBody } from './error-body.js';

/** As much of an HTTP answer as errors tell. */
export interface AnswerFacts {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array;
}

/** The error of an answer that is no success: the service's own when it has a body of KMS, else whatever stands in between. */
export function errorOfResponse(
  answer: AnswerFacts,
  body: ErrorBody | OpenApiErrorBody | undefined,
  context: CallContext,
  call: RefusedCall,
): KmsServiceError | KmsConnectionError {
  if (body === undefined) return invalidResponse(answer, context);
  const { code, message: serviceMessage, requestId, recommend, description, accessDeniedDetail } = body;
  const { status } = answer;
  const advice = adviceFor(code, status, call, accessDeniedDetail);
  const said = { serviceMessage, requestId, recommend, description, accessDeniedDetail };
  const error = new KmsServiceError(code, { ...context, status, ...said, advice });
  if ('wire' in body && body.wire) wireBodies.set(error, body.wire);
  return error;
}

/** The error for an answer that says success and lacks what makes it one. */
export function incompleteResponse(
  { status }: AnswerFacts,
  context: CallContext,
  lack: string,
  requestId: unknown,
): KmsConnectionError {
  const { api, endpoint } = context;
  const request = typeof requestId === 'string' && /^[\w-]{1,100}$/.test(requestId) ? `, request id ${requestId}` : '';
  return new KmsConnectionError(
    'Connection.InvalidResponse',
    `${api}: ${endpoint} answered with success, but with ${lack} (HTTP ${status}${request}); nothing of the answer is used. Check what stands in between (proxy, load balancer, test double)`,
    context,
  );
}

/** Beside the errors, not in them: logs that print every field would print the answer twice. */
const wireBodies = new WeakMap<KmsServiceError, Readonly<Record<string, unknown>>>();

/** The body of the public gateway's answer that an error was made of, as it came. */
export const wireBodyOf = (error: KmsServiceError): Readonly<Record<string, unknown>> | undefined =>
  wireBodies.get(error);

/** The error for an answer that is not KMS's. Says what it looked like, not what was in it. */
export function invalidResponse({ status, headers, body }: AnswerFacts, context: CallContext): KmsConnectionError {
  const { api, endpoint } = context;
  const type = oneLine(String(headers['content-type'] ?? 'no content type'), 100);
  const looks = `HTTP ${status}, ${type}, ${body.length} bytes`;
  return new KmsConnectionError(
    'Connection.InvalidResponse',
    `${api}: what answered at ${endpoint} is not KMS (${looks}); check the endpoint, and what stands in between (proxy, load balancer)`,
    context,
  );
}

import { type CallContext, KmsConnectionError, KmsServiceError } from '../errors.js';
import { adviceFor, type RefusedCall } from '../model/advice.js';
import { oneLine } from '../one-line.js';
import type { ErrorBody } from './error-body.js';

/** As much of an HTTP answer as errors tell. */
export interface AnswerFacts {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array;
}

/** The error of an answer that is no success: the service's own when it has a body of KMS, else whatever stands in between. */
export function errorOfAnswer(
  answer: AnswerFacts,
  body: ErrorBody | undefined,
  context: CallContext,
  call: RefusedCall,
): KmsServiceError | KmsConnectionError {
  if (body === undefined) return invalidAnswer(answer, context);
  const { code, message: serviceMessage, requestId, recommend } = body;
  const { status } = answer;
  const advice = adviceFor(code, status, call);
  return new KmsServiceError(code, { ...context, status, serviceMessage, requestId, recommend, advice });
}

/** The error for an answer that is not KMS's. Says what it looked like, not what was in it. */
export function invalidAnswer({ status, headers, body }: AnswerFacts, context: CallContext): KmsConnectionError {
  const { api, endpoint } = context;
  const type = oneLine(String(headers['content-type'] ?? 'no content type'), 100);
  const looks = `HTTP ${status}, ${type}, ${body.length} bytes`;
  return new KmsConnectionError(
    'Connection.InvalidResponse',
    `${api}: what answered at ${endpoint} is not KMS (${looks}); check the endpoint, and what stands in between (proxy, load balancer)`,
    context,
  );
}

import { KmsError, KmsServiceError, KmsTimeoutError } from 'alibabacloud-kms-sdk';
import type { Outcome } from './recorder.js';

/** Code for a wrong response. */
export const wrongAnswer = 'Bench.WrongAnswer';

const tooManyRequests = 429;

/** How to count a failed call. */
export function errorOf(error: unknown): NonNullable<Outcome['error']> {
  if (error instanceof KmsTimeoutError) return { kind: 'timeouts', code: error.code };
  if (error instanceof KmsServiceError && isThrottled(error)) return { kind: 'limitExceeded', code: error.code };
  if (error instanceof KmsError) return { kind: 'clientErrors', code: error.code };
  return { kind: 'clientErrors', code: error instanceof Error ? error.name : 'Unknown' };
}

const isThrottled = ({ code, status, serviceMessage }: KmsServiceError): boolean =>
  status === tooManyRequests || /throttl|limit.?exceeded/i.test(code) || /limit exceeded/i.test(serviceMessage);

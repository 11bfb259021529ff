import { KmsError, KmsServiceError } from '../errors.js';
import { retryOf, type ServiceErrorFacts } from '../model/service-errors.js';
import { SendFailure } from './send-failure.js';
import type { WireResponse } from './types.js';

/** What to do after an attempt that failed. */
export type NextStep = 'give up' | 'wait' | 'correct clock' | 'replace connection';

/**
 * A request that may have been executed is sent again only if it is repeatable.
 * @param response the answer that the error was read from, if there was one
 */
export function nextStep(error: unknown, response: WireResponse | undefined, repeatable: boolean): NextStep {
  if (error instanceof SendFailure) {
    if (error.stale && repeatable) return 'replace connection';
    return !error.lasting && (error.unsent || repeatable) ? 'wait' : 'give up';
  }
  if (!(error instanceof KmsError) || !response) return 'give up';
  const words = error instanceof KmsServiceError ? error.serviceMessage : '';
  const retry = retryOf(error.code, words) ?? retryOfStatus(response.status);
  if (retry === 'clock') return 'correct clock';
  return retry === 'rejected' || (retry === 'transient' && repeatable) ? 'wait' : 'give up';
}

/** For codes that are not in the table, and for responses of proxies and load balancers. */
function retryOfStatus(status: number): ServiceErrorFacts['retry'] {
  if (status === 429) return 'rejected';
  return status === 502 || status === 503 || status === 504 ? 'transient' : undefined;
}

/** Full jitter: calls that failed together are spread over the whole time, so that they do not return together. */
export function backoffMs(
  attempt: number,
  { baseMs, maxMs }: { baseMs: number; maxMs: number },
  retryAfterMs: number,
  random: () => number,
): number {
  const jitterMs = random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1));
  return Math.min(maxMs, retryAfterMs + jitterMs);
}

/** Retry-After in seconds or as a date; 0 when there is none. */
export function retryAfterMs(response: WireResponse | undefined, now: Date): number {
  const value = response?.headers['retry-after'];
  if (value === undefined) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now.getTime();
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

import { checkInteger, checkMilliseconds, checkOptions, checkSignal } from '../checks.js';
import { KmsStateError, KmsTimeoutError } from '../errors.js';
import { CallScope } from '../transport/call-scope.js';
import { backoffMs } from '../transport/retry.js';
import type { OperationOptions } from './call-options.js';

/** How long a waiter waits, and how often it polls. */
export interface WaitOptions {
  /** Deadline of the whole wait, in milliseconds. Default 300,000; 0: none. */
  timeoutMs?: number | undefined;
  /**
   * Upper bound of the first pause between two polls, in milliseconds. It doubles with each poll up to 30,000 (or stays, if
   * it is higher than that); the actual pause is a random part of it. Default 1,000; 1 to 3,600,000.
   */
  intervalMs?: number | undefined;
  /** Aborts the wait, which rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

const waitDefaults = { timeoutMs: 300_000, intervalMs: 1_000, maxIntervalMs: 30_000 };

/** Result of one poll: the outcome, the current state, or why the outcome is impossible. */
export type Look<T> = { done: T } | { pending: string } | { impossible: string };

/** What is awaited: the API to poll, and a description: `key k to be Enabled`. */
export interface WaitSubject {
  api: string;
  what: string;
}

/**
 * Polls until the outcome is there.
 *
 * @param look makes one call with the options it gets
 * @throws KmsTimeoutError `Timeout.Deadline`
 * @throws KmsStateError `State.Unreachable`
 * @throws what `look` throws, or the reason of the signal
 */
export async function waitUntil<T>(
  { api, what }: WaitSubject,
  options: WaitOptions,
  look: (options: OperationOptions) => Promise<Look<T>>,
): Promise<T> {
  const { timeoutMs, backoff, signal: caller } = checkWaitOptions(options);
  const scope = new CallScope(caller, timeoutMs);
  const signal = scope.abortSignal();
  let attempts = 0;
  let last = 'nothing was seen yet';
  try {
    scope.signal.throwIfAborted();
    for (;;) {
      attempts++;
      const found = await look({ signal });
      if ('done' in found) return found.done;
      if ('impossible' in found) {
        throw new KmsStateError(`Cannot wait for ${what}: ${found.impossible}`, { api, attempts });
      }
      last = found.pending;
      await scope.wait(backoffMs(attempts, backoff, 0, Math.random));
    }
  } catch (error) {
    if (!scope.expired) throw error;
    const message = `Waiting for ${what} took longer than ${timeoutMs} ms (timeoutMs); ${last}`;
    throw new KmsTimeoutError('Timeout.Deadline', message, timeoutMs, { api, attempts });
  } finally {
    scope.end();
  }
}

function checkWaitOptions(options: WaitOptions) {
  checkOptions('options', options, ['timeoutMs', 'intervalMs', 'signal']);
  const timeoutMs = checkMilliseconds('options.timeoutMs', options.timeoutMs ?? waitDefaults.timeoutMs);
  const baseMs = checkInteger('options.intervalMs', options.intervalMs ?? waitDefaults.intervalMs, 1, 3_600_000);
  const signal = options.signal === undefined ? undefined : checkSignal('options.signal', options.signal);
  return { timeoutMs, backoff: { baseMs, maxMs: Math.max(baseMs, waitDefaults.maxIntervalMs) }, signal };
}

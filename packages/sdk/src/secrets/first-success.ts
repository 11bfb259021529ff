import type { CallSignal } from '../transport/call-signal.js';

/** Asks one after the other: the next when one failed, or was silent for `patienceMs`. Resolves with the first success. */
export function firstSuccess<T>(
  attempts: readonly ((signal: AbortSignal) => Promise<T>)[],
  patienceMs: number,
  signal: CallSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const rest = new AbortController();
    const failures: unknown[] = new Array(attempts.length);
    let started = 0;
    let failed = 0;
    let timer: NodeJS.Timeout | undefined;
    let settled = false;
    const end = () => {
      settled = true;
      clearTimeout(timer);
      signal.offAbort(abort);
    };
    const abort = () => {
      end();
      rest.abort(signal.reason);
      reject(signal.reason);
    };
    const startNext = () => {
      clearTimeout(timer);
      const index = started;
      const attempt = attempts[index];
      if (!attempt || settled) return;
      started += 1;
      if (started < attempts.length) {
        timer = setTimeout(startNext, patienceMs);
        timer.unref();
      }
      attempt(rest.signal).then(
        (value) => {
          end();
          resolve(value);
          if (started > failed + 1) rest.abort(new Error('another client has answered'));
        },
        (error: unknown) => {
          failures[index] = error;
          failed += 1;
          if (failed < attempts.length) startNext();
          else {
            end();
            reject(new AllFailed(failures));
          }
        },
      );
    };
    if (signal.aborted) reject(signal.reason);
    else {
      signal.onAbort(abort);
      startNext();
    }
  });
}

/** Why each attempt failed, in their order. */
export class AllFailed extends Error {
  readonly failures: readonly unknown[];

  constructor(failures: readonly unknown[]) {
    super('all attempts failed');
    this.failures = failures;
  }
}

/** Asks one after the other: the next when one failed, or was silent for `patienceMs`. Resolves with the first success. */
export function firstSuccess<T>(
  attempts: readonly ((signal: AbortSignal) => Promise<T>)[],
  patienceMs: number,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const rest = new AbortController();
    const failures: unknown[] = new Array(attempts.length);
    let started = 0;
    let failed = 0;
    let timer: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      settle();
      rest.abort(new Error('another client has answered'));
    };
    const abort = () => {
      rest.abort(signal.reason);
      end(() => reject(signal.reason));
    };
    const startNext = () => {
      clearTimeout(timer);
      const index = started;
      const attempt = attempts[index];
      if (!attempt || rest.signal.aborted) return;
      started += 1;
      if (started < attempts.length) {
        timer = setTimeout(startNext, patienceMs);
        timer.unref();
      }
      attempt(rest.signal).then(
        (value) => end(() => resolve(value)),
        (error: unknown) => {
          failures[index] = error;
          failed += 1;
          if (failed === attempts.length) end(() => reject(new AllFailed(failures)));
          else startNext();
        },
      );
    };
    if (signal.aborted) reject(signal.reason);
    else {
      signal.addEventListener('abort', abort, { once: true });
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

/** What `withinWait` gives when the time was over first. */
export const late = Symbol('late');

/** The outcome of a promise, or `late` after `waitMs`. The timer keeps no process alive. */
export async function withinWait<T>(promise: Promise<T>, waitMs: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const timeOver = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, waitMs, late);
    timer.unref();
  });
  return Promise.race([promise, timeOver]).finally(() => clearTimeout(timer));
}

/** The outcome of a promise that others wait for too, or the reason of the signal when it aborts first. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

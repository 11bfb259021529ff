import { isPromise } from '../util/value-kinds.js';
import { CallSignal } from './call-signal.js';

/** Passes an abort on to every call that shares the signal: Node.js warns of a leak from the eleventh listener on. */
class AbortFanOut {
  readonly calls = new Set<() => void>();

  /** A function: not every polyfill of AbortSignal knows listeners that are objects. */
  readonly onAbort = (): void => {
    for (const call of [...this.calls]) call();
  };
}

const fanOuts = new WeakMap<AbortSignal, AbortFanOut>();

/** Returns a function that stops watching; a long-lived signal keeps no listener after its last call. */
function watch(signal: AbortSignal, onAbort: () => void): () => void {
  let fanOut = fanOuts.get(signal);
  if (!fanOut) {
    fanOut = new AbortFanOut();
    fanOuts.set(signal, fanOut);
    signal.addEventListener('abort', fanOut.onAbort);
  }
  const { calls } = fanOut;
  calls.add(onAbort);
  return () => {
    calls.delete(onAbort);
    if (calls.size > 0 || fanOuts.get(signal) !== fanOut) return;
    signal.removeEventListener('abort', fanOut.onAbort);
    fanOuts.delete(signal);
  };
}

/** Why it aborted. Polyfills from the time before `reason` do not say. */
export const abortReason = (signal: AbortSignal): unknown =>
  signal.reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : signal.reason;

/** Settles like `work`, or rejects with the signal's reason as soon as it aborts. */
export function abortable<T>(work: T | Promise<T>, signal: CallSignal): T | Promise<T> {
  if (!isPromise(work)) return work;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.onAbort(onAbort);
    work.then(
      (result) => {
        signal.offAbort(onAbort);
        resolve(result);
      },
      (error) => {
        signal.offAbort(onAbort);
        reject(error);
      },
    );
  });
}

/** The time limit of one call, credentials, attempts and waits together: its caller's signal and its deadline. */
export class CallScope {
  /** Aborts with the caller's signal or at the deadline; it belongs to this call, so nobody has to take listeners off it. */
  readonly signal = new CallSignal();
  readonly #caller: AbortSignal | undefined;
  readonly #endsAt: number;
  readonly #deadline: NodeJS.Timeout | undefined;
  readonly #unwatch: (() => void) | undefined;

  /** @param timeoutMs the deadline, counted from now; 0: none */
  constructor(caller: AbortSignal | undefined, timeoutMs: number) {
    this.#caller = caller;
    this.#endsAt = timeoutMs > 0 ? performance.now() + timeoutMs : Number.POSITIVE_INFINITY;
    if (caller?.aborted) {
      this.signal.abort(abortReason(caller));
      return;
    }
    if (caller) this.#unwatch = watch(caller, () => this.signal.abort(abortReason(caller)));
    const onDeadline = () => this.signal.abort(new DOMException('the deadline passed', 'TimeoutError'));
    if (timeoutMs > 0) this.#deadline = setTimeout(onDeadline, timeoutMs);
  }

  /** {@link signal} for calls of the public API. */
  abortSignal(): AbortSignal {
    const controller = new AbortController();
    const onAbort = () => controller.abort(this.signal.reason);
    if (this.signal.aborted) onAbort();
    this.signal.onAbort(onAbort);
    return controller.signal;
  }

  /** Whether the deadline ended the call, not its caller. */
  get expired(): boolean {
    return this.signal.aborted && !this.#caller?.aborted;
  }

  allows(waitMs: number): boolean {
    return performance.now() + waitMs < this.#endsAt;
  }

  wait(ms: number): Promise<void> {
    const { signal } = this;
    return new Promise((resolve, reject) => {
      const done = () => {
        signal.offAbort(onAbort);
        resolve();
      };
      const timer = setTimeout(done, ms);
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      signal.onAbort(onAbort);
      if (signal.aborted) onAbort();
    });
  }

  end(): void {
    clearTimeout(this.#deadline);
    this.#unwatch?.();
  }
}

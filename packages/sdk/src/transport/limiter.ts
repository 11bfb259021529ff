import type { CallSignal } from './call-signal.js';

/** Limits how many run at a time; the others wait, first come, first served. */
export class Limiter {
  readonly #max: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** Returns undefined if there is nothing to wait for; a wait rejects with the signal's reason. Each `enter` needs a `leave`. */
  enter(signal: CallSignal): Promise<void> | undefined {
    if (this.#running < this.#max) {
      this.#running++;
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const onTurn = () => {
        signal.offAbort(onAbort);
        resolve();
      };
      const onAbort = () => {
        this.#waiting.delete(onTurn);
        reject(signal.reason);
      };
      this.#waiting.add(onTurn);
      signal.onAbort(onAbort);
    });
  }

  leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#running--;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}

/** How long somebody waits for what another one asked: as long as the library waits for a command. */
const patienceMs = 60_000;

/** Work that is done once for all who ask while it is under way. What never ends is not waited for by those who come later. */
export class SharedWork<T> {
  #running?: { promise: Promise<T>; sinceMs: number };

  isRunning(nowMs: number): boolean {
    return this.#running !== undefined && nowMs - this.#running.sinceMs < patienceMs;
  }

  /** Joins what is under way, or begins. */
  join(nowMs: number, work: () => Promise<T>): Promise<T> {
    if (this.#running && this.isRunning(nowMs)) return this.#running.promise;
    const running = { promise: work(), sinceMs: nowMs };
    running.promise = running.promise.finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running.promise;
  }
}

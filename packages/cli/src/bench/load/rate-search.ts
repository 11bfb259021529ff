const firstRate = 50;
const closeEnough = 0.05;
const mostSteps = 20;

/** Doubles a rate until it is too high, then halves the gap until it is small: at most 20 steps. */
export class RateSearch {
  readonly #first: number;
  #kept = 0;
  #broken = Number.POSITIVE_INFINITY;
  #steps = 0;

  constructor(first = firstRate) {
    this.#first = first;
  }

  /** The rate to try next; undefined if the result is precise enough. */
  next(): number | undefined {
    if (this.#steps === mostSteps) return undefined;
    if (this.#broken === Number.POSITIVE_INFINITY) return this.#kept === 0 ? this.#first : this.#kept * 2;
    if (this.#broken - this.#kept <= Math.max(1, this.#kept * closeEnough)) return undefined;
    const middle = (this.#kept + this.#broken) / 2;
    return middle < 1 ? undefined : Math.round(middle);
  }

  tried(rate: number, kept: boolean): void {
    this.#steps += 1;
    if (kept) this.#kept = Math.max(this.#kept, rate);
    else this.#broken = Math.min(this.#broken, rate);
  }

  /** The highest rate within the limit; 0: none. */
  get best(): number {
    return this.#kept;
  }
}

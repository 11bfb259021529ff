const secondMs = 1000;

/** Calls per second over the time of a run. */
export interface Rate {
  /** Calls per second at the start. */
  from: number;
  /** Calls per second from `rampMs` on. */
  to: number;
  /** Duration of the linear change from the one to the other. */
  rampMs: number;
}

/** When each call of a rate is due, in milliseconds from the start; the first is due at once. */
export class Schedule {
  readonly #from: number;
  readonly #to: number;
  readonly #rampMs: number;
  readonly #slope: number;
  readonly #inRamp: number;

  constructor({ from, to, rampMs }: Rate) {
    this.#from = from / secondMs;
    this.#to = to / secondMs;
    this.#rampMs = from === to ? 0 : rampMs;
    this.#slope = this.#rampMs === 0 ? 0 : (this.#to - this.#from) / this.#rampMs;
    this.#inRamp = ((this.#from + this.#to) / 2) * this.#rampMs;
  }

  /** When call `index`, from 0, is due. */
  dueMs(index: number): number {
    if (index >= this.#inRamp) return this.#rampMs + (index - this.#inRamp) / this.#to;
    // index = from·t + slope·t²/2, solved for t in a form that works for slopes of either sign.
    const root = Math.sqrt(this.#from ** 2 + 2 * this.#slope * index);
    return index === 0 ? 0 : (2 * index) / (this.#from + root);
  }

  /** How many calls are due before a time. */
  dueBefore(timeMs: number): number {
    if (timeMs <= 0) return 0;
    const ramped = Math.min(timeMs, this.#rampMs);
    const due = this.#from * ramped + (this.#slope * ramped ** 2) / 2 + this.#to * (timeMs - ramped);
    return Math.ceil(due - 1e-9);
  }
}

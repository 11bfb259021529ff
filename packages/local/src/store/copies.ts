import type { SharedState } from './shared-state.js';

/** In-memory copies of stored values: dropped when anything that is cached this way changes. */
export class Copies<Value> {
  readonly #state: SharedState;
  #generation: number;
  #copies = new Map<string, Value>();

  constructor(state: SharedState) {
    this.#state = state;
    this.#generation = state.generation;
  }

  /** Get it before reading from the store: a value that was read before a change then lands in a map that is no longer used. */
  current(): Map<string, Value> {
    if (this.#generation !== this.#state.generation) {
      this.#generation = this.#state.generation;
      this.#copies = new Map();
    }
    return this.#copies;
  }
}

import type { SharedState } from './shared-state.js';

/** Copies in memory of what the store holds: dropped when anything was changed of which copies are held. */
export class Copies<Value> {
  readonly #state: SharedState;
  #generation: number;
  #copies = new Map<string, Value>();

  constructor(state: SharedState) {
    this.#state = state;
    this.#generation = state.generation;
  }

  /** Take it before reading from the store: what was read before a change then lands in a map that nobody asks any more. */
  current(): Map<string, Value> {
    if (this.#generation !== this.#state.generation) {
      this.#generation = this.#state.generation;
      this.#copies = new Map();
    }
    return this.#copies;
  }
}

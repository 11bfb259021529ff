import { Copies } from '../store/copies.js';
import type { SharedState } from '../store/shared-state.js';
import type { KeyMaterial } from './material.js';

const capacity = 1000;

/** The most recently used material of key versions, opened. Material of a version never changes, so the cache is always right. */
export class MaterialCache {
  readonly #copies: Copies<KeyMaterial>;

  constructor(state: SharedState) {
    this.#copies = new Copies(state);
  }

  get(name: string): KeyMaterial | undefined {
    const entries = this.#copies.current();
    const material = entries.get(name);
    if (material) touch(entries, name, material);
    return material;
  }

  set(name: string, material: KeyMaterial): void {
    const entries = this.#copies.current();
    touch(entries, name, material);
    const [oldest] = entries.keys();
    if (entries.size > capacity && oldest !== undefined) entries.delete(oldest);
  }

  delete(name: string): void {
    this.#copies.current().delete(name);
  }
}

function touch(entries: Map<string, KeyMaterial>, name: string, material: KeyMaterial): void {
  entries.delete(name);
  entries.set(name, material);
}

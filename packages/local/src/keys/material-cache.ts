import type { KeyMaterial } from './material.js';

const capacity = 1000;

/** Opened material of key versions, those used last. Material of a version never changes, so what is here is right. */
export class MaterialCache {
  readonly #entries = new Map<string, KeyMaterial>();

  get(name: string): KeyMaterial | undefined {
    const material = this.#entries.get(name);
    if (material) this.#touch(name, material);
    return material;
  }

  set(name: string, material: KeyMaterial): void {
    this.#touch(name, material);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > capacity && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(name: string): void {
    this.#entries.delete(name);
  }

  #touch(name: string, material: KeyMaterial): void {
    this.#entries.delete(name);
    this.#entries.set(name, material);
  }
}

/**
 * A plaintext data key, zeroed when nobody needs it any more. Whoever makes or retains one has to release it: the cache
 * may let go of a key while a message is still being encrypted with it.
 */
export class DataKey {
  readonly bytes: Uint8Array;
  #users = 1;

  /** Takes the bytes over: the caller's own are zeroed. */
  constructor(bytes: Uint8Array) {
    // Memory of its own: not a part of a pool that other buffers lie in.
    this.bytes = new Uint8Array(bytes);
    bytes.fill(0);
  }

  get isZeroed(): boolean {
    return this.#users === 0;
  }

  retain(): this {
    this.#users += 1;
    return this;
  }

  release(): void {
    this.#users -= 1;
    if (this.#users === 0) this.bytes.fill(0);
  }
}

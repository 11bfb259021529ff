import type { Context } from '../context.js';
import type { MessageHeader } from '../formats/message-header.js';

/** A data key and everything about it that messages share, including IV and tag of the header. */
export interface Material {
  readonly key: DataKey;
  readonly header: MessageHeader;
  /** The header as DER. */
  readonly headerDer: Uint8Array;
  readonly context: Context;
  /** Associated data of a GCM body. */
  readonly aad: Uint8Array;
  /** The KMS key that unwrapped it. */
  readonly keyArn?: string;
}

/**
 * A plaintext data key, zeroed once it is no longer in use. Everyone who creates or retains one must release it: the cache
 * may drop a key while a message is still being encrypted with it.
 */
export class DataKey {
  readonly bytes: Uint8Array;
  #users = 1;

  /** Takes ownership of the bytes: zeroes the caller's copy. */
  constructor(bytes: Uint8Array) {
    // Memory of its own, not part of a pool that other buffers share.
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

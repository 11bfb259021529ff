import type { Context } from '../context.js';
import type { MessageHeader } from '../formats/message-header.js';

/** A data key and everything about it that messages share; IV and tag of the header are those of the key, too. */
export interface Material {
  readonly key: DataKey;
  readonly header: MessageHeader;
  /** The header as DER. */
  readonly headerDer: Uint8Array;
  readonly context: Context;
  /** Associated data of a GCM body. */
  readonly aad: Uint8Array;
  /** Key of KMS that unwrapped it. */
  readonly keyArn?: string;
}

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

import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { KmsIntegrityError } from '../../errors.js';

// Payload of age v1: https://c2sp.org/age#payload

const chunkBytes = 65_536;
export const payloadNonceBytes = 16;
const tagBytes = 16;
const algorithm = 'chacha20-poly1305';
const options = { authTagLength: tagBytes } as const;

export const payloadKeyOf = (fileKey: Uint8Array, nonce: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

/** "an 11-byte big-endian counter, and 0x01 for the final chunk, 0x00 for all before". */
class ChunkNonces {
  readonly #nonce = Buffer.alloc(12);

  /** The nonce of the chunk with this number, from 0; valid until the next call. */
  of(counter: number, final: boolean): Uint8Array {
    this.#nonce.writeUInt32BE(Math.floor(counter / 2 ** 32), 3);
    this.#nonce.writeUInt32BE(counter % 2 ** 32, 7);
    this.#nonce[11] = final ? 1 : 0;
    return this.#nonce;
  }
}

/**
 * Cuts bytes into chunks. Only the next byte shows that a chunk is not the last one, so a full chunk is held back; it is
 * copied, because a caller may reuse its buffer.
 */
class Chunks {
  readonly #held: Buffer;
  #length = 0;

  constructor(size: number) {
    this.#held = Buffer.allocUnsafeSlow(size);
  }

  /** Chunks other than the last; each is valid until the next one is requested. */
  *take(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
    const size = this.#held.length;
    let rest = bytes;
    if (this.#length > 0) {
      const missing = size - this.#length;
      this.#hold(rest.subarray(0, missing));
      rest = rest.subarray(missing);
      if (rest.length === 0) return;
      yield this.#held;
      this.#length = 0;
    }
    for (; rest.length > size; rest = rest.subarray(size)) yield rest.subarray(0, size);
    this.#hold(rest);
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** The remaining bytes: the last chunk. */
  last(): Uint8Array {
    return this.#held.subarray(0, this.#length);
  }

  /** The bytes held back may be plaintext. */
  clear(): void {
    this.#held.fill(0);
    this.#length = 0;
  }

  #hold(bytes: Uint8Array): void {
    this.#held.set(bytes, this.#length);
    this.#length += bytes.length;
  }
}

/** Encrypts a payload between `update` and `final`. */
export class PayloadSealer {
  readonly #key: Buffer;
  readonly #nonces = new ChunkNonces();
  readonly #chunks = new Chunks(chunkBytes);
  /** Whole chunks, as file reads deliver them, are encrypted in place: their ciphertext and tag are held back, without a copy. */
  #ahead: Uint8Array[] = [];
  #count = 0;

  constructor(key: Buffer) {
    this.#key = key;
  }

  *update(plaintext: Uint8Array): Generator<Uint8Array, void, undefined> {
    if (plaintext.length === 0) return;
    // More bytes follow, so the previous chunk was not the last one.
    yield* this.#ahead;
    this.#ahead = [];
    if (this.#chunks.isEmpty && plaintext.length % chunkBytes === 0) {
      const last = plaintext.length - chunkBytes;
      for (let at = 0; at < last; at += chunkBytes) yield* this.#seal(plaintext.subarray(at, at + chunkBytes), false);
      this.#ahead = this.#seal(plaintext.subarray(last), false);
      return;
    }
    for (const chunk of this.#chunks.take(plaintext)) yield* this.#seal(chunk, false);
  }

  final(): Uint8Array[] {
    if (this.#ahead.length === 0) return this.#seal(this.#chunks.last(), true);
    const plaintext = this.#takeBack();
    const sealed = this.#seal(plaintext, true);
    plaintext.fill(0);
    return sealed;
  }

  dispose(): void {
    this.#key.fill(0);
    this.#chunks.clear();
  }

  /** Decrypts the chunk that was encrypted ahead, because it turned out to be the last one. */
  #takeBack(): Uint8Array {
    const [ciphertext, tag] = this.#ahead as [Uint8Array, Uint8Array];
    this.#count -= 1;
    const decipher = createDecipheriv(algorithm, this.#key, this.#nonces.of(this.#count, false), options);
    const plaintext = decipher.setAuthTag(tag).update(ciphertext);
    decipher.final();
    return plaintext;
  }

  #seal(chunk: Uint8Array, final: boolean): Uint8Array[] {
    const cipher = createCipheriv(algorithm, this.#key, this.#nonces.of(this.#count++, final), options);
    const ciphertext = cipher.update(chunk);
    cipher.final();
    return [ciphertext, cipher.getAuthTag()];
  }
}

/** Decrypts a payload, and returns nothing of a chunk that was changed. */
export class PayloadOpener {
  readonly #key: Buffer;
  readonly #nonces = new ChunkNonces();
  readonly #chunks = new Chunks(chunkBytes + tagBytes);
  #count = 0;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** @throws KmsIntegrityError; everything returned before is genuine */
  *update(ciphertext: Uint8Array): Generator<Uint8Array, void, undefined> {
    for (const chunk of this.#chunks.take(ciphertext)) {
      const plaintext = this.#open(chunk, false);
      if (plaintext === undefined) {
        // Bytes follow the end of a complete file: its last chunk is genuine.
        yield* this.#genuine(chunk, true);
        throw new KmsIntegrityError();
      }
      this.#count += 1;
      yield plaintext;
    }
  }

  /** @throws KmsIntegrityError; everything returned before is genuine */
  *final(): Generator<Uint8Array, void, undefined> {
    const chunk = this.#chunks.last();
    // "The final chunk MUST NOT be empty unless the whole payload is empty."
    const allowed = chunk.length > tagBytes || (chunk.length === tagBytes && this.#count === 0);
    const plaintext = allowed ? this.#open(chunk, true) : undefined;
    if (plaintext === undefined) {
      // The file was cut off between two chunks: the previous one is genuine.
      if (chunk.length === chunkBytes + tagBytes) yield* this.#genuine(chunk, false);
      throw new KmsIntegrityError();
    }
    yield plaintext;
  }

  dispose(): void {
    this.#key.fill(0);
  }

  #genuine(chunk: Uint8Array, final: boolean): Uint8Array[] {
    const plaintext = this.#open(chunk, final);
    return plaintext ? [plaintext] : [];
  }

  #open(chunk: Uint8Array, final: boolean): Uint8Array | undefined {
    const end = chunk.length - tagBytes;
    const decipher = createDecipheriv(algorithm, this.#key, this.#nonces.of(this.#count, final), options);
    try {
      decipher.setAuthTag(chunk.subarray(end));
      const plaintext = decipher.update(chunk.subarray(0, end));
      decipher.final();
      return plaintext;
    } catch {
      return undefined;
    }
  }
}

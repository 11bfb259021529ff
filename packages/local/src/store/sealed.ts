import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

export const rootKeyBytes = 32;

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + ivBytes;

/** A sealed value was changed, belongs to another place, or was sealed under another root key. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

/**
 * Encryption at rest, AES-256-GCM under the root key: version byte, 12-byte IV, ciphertext, 16-byte tag.
 * The context (table, row, column) is authenticated, so that a sealed value opens only in its own place.
 */
export class Sealer {
  readonly #key: KeyObject;

  constructor(rootKey: Uint8Array) {
    if (rootKey.length !== rootKeyBytes) {
      throw new RangeError(`a root key has ${rootKeyBytes} bytes, not ${rootKey.length}`);
    }
    this.#key = createSecretKey(rootKey);
  }

  seal(context: string, bytes: Uint8Array): Uint8Array {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv, { authTagLength: tagBytes }).setAAD(aad(context));
    return Buffer.concat([Uint8Array.of(version), iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  open(context: string, sealed: Uint8Array): Uint8Array {
    try {
      if (sealed[0] !== version) throw new RangeError('unknown version');
      const iv = sealed.subarray(1, headerBytes);
      const tagAt = sealed.length - tagBytes;
      const decipher = createDecipheriv('aes-256-gcm', this.#key, iv, { authTagLength: tagBytes })
        .setAAD(aad(context))
        .setAuthTag(sealed.subarray(tagAt));
      return Buffer.concat([decipher.update(sealed.subarray(headerBytes, tagAt)), decipher.final()]);
    } catch {
      throw new SealBrokenError(`the sealed value of ${context} does not open with this root key`);
    }
  }
}

/** The version is authenticated too: a later layout cannot pass for this one. */
const aad = (context: string): Uint8Array => Buffer.concat([Uint8Array.of(version), Buffer.from(context)]);

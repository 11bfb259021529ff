import { invalidRequest, mustBe } from '../checks.js';
import { limits } from '../model/limits.js';
import { bytesInPlaceOf, isBytes } from '../util/value-kinds.js';
import {
  advanceHeaderAesGcm,
  type CiphertextParts,
  unpackAdvanceCiphertext,
  unpackPublicCiphertext,
} from '../wire/ciphertext.js';
import { WireFormatError } from '../wire/wire-format.js';

/** What a ciphertext of KMS reveals about itself. */
export interface CiphertextDescription {
  /** `instance`: made by the Advance APIs of a KMS instance; `public`: made by the public gateway. */
  format: 'instance' | 'public';
  /** Key version that encrypted it. */
  keyVersionId: string;
  /** Undefined if the ciphertext does not say, as on the public gateway: the cipher of the key, in GCM. */
  algorithm?: 'AES_GCM';
  /** Initialisation vector. */
  iv: Uint8Array;
  /** Length of the encrypted data in bytes; with an AccessKey, that is the base64 text of the plaintext. */
  plaintextBytes: number;
}

/**
 * Describes a ciphertext without calling KMS: the key version that encrypted it, and how. Proves nothing: only
 * decryption shows whether it is genuine.
 *
 * @param ciphertextBlob as a response contained it
 * @throws {KmsConfigurationError} `Request.Invalid`: not a Uint8Array
 * @returns undefined for data that reveals nothing: ciphertexts of `encrypt` with a client key, ciphertexts of
 * asymmetric keys, and anything that is not a ciphertext
 * @example
 * ```ts
 * inspectCiphertext(ciphertextBlob)?.keyVersionId; // '2ab1a983-…'
 * ```
 */
export function inspectCiphertext(ciphertextBlob: Uint8Array): CiphertextDescription | undefined {
  if (!isBytes(ciphertextBlob)) {
    throw invalidRequest('inspectCiphertext', mustBe('ciphertextBlob', bytesInPlaceOf(ciphertextBlob)));
  }
  const advance = attempt(() => unpackAdvanceCiphertext(ciphertextBlob));
  if (advance && isVersionId(advance.keyVersionId)) {
    const isAesGcm = advance.algorithm === advanceHeaderAesGcm.algorithm;
    return { format: 'instance', ...describe(advance), ...(isAesGcm && { algorithm: 'AES_GCM' }) };
  }
  const plain = attempt(() => unpackPublicCiphertext(ciphertextBlob));
  return plain && isVersionId(plain.keyVersionId) ? { format: 'public', ...describe(plain) } : undefined;
}

const describe = ({ keyVersionId, iv, ciphertext }: CiphertextParts) => ({
  keyVersionId,
  iv,
  plaintextBytes: ciphertext.length - limits.gcmTagBytes,
});

/** Checks the id: other text may be in its place. */
const isVersionId = (id: string): boolean => /^[0-9A-Za-z]+(-[0-9A-Za-z]+)+$/.test(id);

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireFormatError) return undefined;
    throw error;
  }
}

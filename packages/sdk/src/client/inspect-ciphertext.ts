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

/** What a ciphertext of KMS says about itself. */
export interface CiphertextDescription {
  /** `instance`: made by the Advance APIs of a KMS instance; `public`: made by the public gateway. */
  format: 'instance' | 'public';
  /** Version of the key that it was encrypted with. */
  keyVersionId: string;
  /** Undefined when the ciphertext does not say, as those of OpenAPI: the cipher of the key, in GCM. */
  algorithm?: 'AES_GCM';
  /** Initialisation vector. */
  iv: Uint8Array;
  /** How long is what was encrypted, in bytes: OpenAPI encrypts the plaintext's base64 text. */
  plaintextBytes: number;
}

/**
 * What can be known of a ciphertext without asking KMS: with which version of a key it was encrypted, and how. Sends
 * nothing, and proves nothing: whether it is genuine shows when it is decrypted.
 *
 * @param ciphertextBlob as an answer had it
 * @throws {KmsConfigurationError} `Request.Invalid`: it is no Uint8Array
 * @returns undefined for what says nothing about itself: ciphertexts of `encrypt` with a client key and of asymmetric
 * keys, and whatever is no ciphertext
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

/** Text of other kinds may stand where the id is. */
const isVersionId = (id: string): boolean => /^[0-9A-Za-z]+(-[0-9A-Za-z]+)+$/.test(id);

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireFormatError) return undefined;
    throw error;
  }
}

import { type CiphertextParts, limits } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import { decrypt, encrypt } from './ciphers.js';
import type { Key } from './key-record.js';
import type { KeyService } from './key-service.js';
import type { KeyAction } from './key-states.js';
import { checkSymmetric } from './key-usage.js';

/** The common parts of both ciphertext layouts, encrypted with the key's primary version. */
export async function sealParts(
  keys: KeyService,
  key: Key,
  options: { plaintext: Uint8Array; algorithm?: string; aad?: Uint8Array; iv?: Uint8Array },
) {
  const material = await keys.material(checkSymmetric(key));
  const { ciphertext, algorithm, iv } = await encrypt(material, options);
  return { keyVersionId: key.primary_version_id as string, iv, ciphertext, algorithm };
}

/**
 * Decrypts with the key version that the ciphertext names.
 *
 * @param aads what it may be bound to; the first one that opens it counts, and errors are those of the first
 */
export async function openParts(
  keys: KeyService,
  { keyVersionId, iv, ciphertext }: CiphertextParts,
  { action, aads, algorithm }: { action: KeyAction; aads: readonly (Uint8Array | undefined)[]; algorithm?: string },
) {
  const key = checkSymmetric(await keys.findByVersion(keyVersionId, action));
  const material = await keys.material(key, keyVersionId);
  let refused: unknown;
  for (const aad of aads) {
    try {
      const opened = await decrypt(material, { ciphertext, iv, algorithm, aad });
      return { key, keyVersionId, plaintext: opened.plaintext, algorithm: opened.algorithm };
    } catch (error) {
      refused ??= error;
    }
  }
  throw refused;
}

/** @param maxBytes in the parameter's encoding: base64 text is longer than the data */
export function checkPlaintextLength(plaintext: Uint8Array, maxBytes: number = limits.plaintextMaxBytes): void {
  if (plaintext.length > maxBytes) {
    throw invalidParameter('Plaintext', `it has ${plaintext.length} bytes, at most ${maxBytes} are possible`);
  }
}

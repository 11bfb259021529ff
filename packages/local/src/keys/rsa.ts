import { constants, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto';
import { attempt, modulusBytes, type OaepHash, oaepEncrypter } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import type { CipherScheme } from './cipher-scheme.js';

/** @param name of the parameter with the plaintext */
export function oaepEncrypt(key: KeyObject, hash: OaepHash, plaintext: Uint8Array, name: string): Uint8Array {
  const { maxBytes, encrypt } = oaepEncrypter(key, hash);
  checkLength(name, plaintext, maxBytes);
  return encrypt(plaintext);
}

export const oaepDecrypt = (key: KeyObject, oaepHash: OaepHash, ciphertext: Uint8Array): Uint8Array | undefined =>
  // OpenSSL uses this hash for MGF1 too
  attempt(() => privateDecrypt({ key, oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING }, ciphertext));

export const oaep = (hash: OaepHash): CipherScheme => ({
  ivBytes: 0,
  takesAad: false,
  paddingModes: [],
  encrypt: async ({ publicKey }, plaintext) => oaepEncrypt(publicKey, hash, plaintext, 'Plaintext'),
  decrypt: async ({ privateKey }, ciphertext) => oaepDecrypt(privateKey, hash, ciphertext),
});

/** 00 02 before and 00 after at least 8 padding bytes, RFC 8017 7.2.1 */
const pkcs1Overhead = 11;

export function pkcs1Encrypt(key: KeyObject, plaintext: Uint8Array, name: string): Uint8Array {
  checkLength(name, plaintext, modulusBytes(key) - pkcs1Overhead);
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plaintext);
}

/** Removes the padding itself: Node.js 20 refuses to (CVE-2023-46809), later versions return random bytes for wrong padding. */
export function pkcs1Decrypt(key: KeyObject, ciphertext: Uint8Array): Uint8Array | undefined {
  const encoded = attempt(() => privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, ciphertext));
  if (encoded?.[0] !== 0 || encoded[1] !== 2) return undefined;
  const separator = encoded.indexOf(0, 2);
  return separator < pkcs1Overhead - 1 ? undefined : encoded.subarray(separator + 1);
}

function checkLength(name: string, bytes: Uint8Array, maxBytes: number): void {
  if (bytes.length > maxBytes)
    throw invalidParameter(name, `at most ${maxBytes} bytes with this key and algorithm, not ${bytes.length}`);
}

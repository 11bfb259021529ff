import { constants, createHash, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto';
import { invalidParameter } from '../service-error.js';
import { attempt } from './attempt.js';
import type { CipherScheme } from './cipher-scheme.js';

type OaepHash = 'sha1' | 'sha256';

export const modulusBytes = (key: KeyObject): number => (key.asymmetricKeyDetails?.modulusLength as number) / 8;

const oaepPadding = (key: KeyObject, oaepHash: OaepHash) => ({
  key,
  // OpenSSL takes this hash for MGF1 too
  oaepHash,
  padding: constants.RSA_PKCS1_OAEP_PADDING,
});

/** RFC 8017 7.1.1: mLen <= k - 2hLen - 2 */
const oaepMaxBytes = (key: KeyObject, hash: OaepHash): number =>
  modulusBytes(key) - 2 * createHash(hash).digest().length - 2;

/** @param name of the parameter that holds the plaintext */
export function oaepEncrypt(key: KeyObject, hash: OaepHash, plaintext: Uint8Array, name: string): Uint8Array {
  checkLength(name, plaintext, oaepMaxBytes(key, hash));
  return publicEncrypt(oaepPadding(key, hash), plaintext);
}

export const oaepDecrypt = (key: KeyObject, hash: OaepHash, ciphertext: Uint8Array): Uint8Array | undefined =>
  attempt(() => privateDecrypt(oaepPadding(key, hash), ciphertext));

export const oaep = (hash: OaepHash): CipherScheme => ({
  ivBytes: 0,
  takesAad: false,
  takesPaddingMode: false,
  encrypt: async ({ publicKey }, plaintext) => oaepEncrypt(publicKey, hash, plaintext, 'Plaintext'),
  decrypt: async ({ privateKey }, ciphertext) => oaepDecrypt(privateKey, hash, ciphertext),
});

/** 00 02 before and 00 behind at least 8 padding bytes, RFC 8017 7.2.1 */
const pkcs1Overhead = 11;

export function pkcs1Encrypt(key: KeyObject, plaintext: Uint8Array, name: string): Uint8Array {
  checkLength(name, plaintext, modulusBytes(key) - pkcs1Overhead);
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plaintext);
}

/** Takes the padding off itself: Node.js 20 refuses to (CVE-2023-46809), later ones answer wrong padding with random bytes. */
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

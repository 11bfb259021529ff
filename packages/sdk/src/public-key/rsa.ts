import {
  constants,
  createHash,
  type KeyObject,
  publicDecrypt,
  publicEncrypt,
  randomBytes,
  type SigningOptions,
  verify,
} from 'node:crypto';
import { limits } from '../model/limits.js';
import { attempt } from '../util/work.js';
import { type Encrypter, sha256, type Verifier } from './operations.js';

export type OaepHash = 'sha1' | 'sha256';

export const modulusBytes = (key: KeyObject): number => (key.asymmetricKeyDetails?.modulusLength as number) / 8;

/** DigestInfo of SHA-256, RFC 8017 9.2 note 1; the digest follows. */
export const sha256DigestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

export const rsaVerifiers = (key: KeyObject) =>
  ({
    // RSASSA-PSS, RFC 8017 8.1
    RSA_PSS_SHA_256: verifier(
      key,
      { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
      (digest, signature) => {
        const encoded = recover(key, constants.RSA_NO_PADDING, signature);
        return encoded !== undefined && isPssOf(digest, encoded);
      },
    ),
    // RSASSA-PKCS1-v1_5, RFC 8017 8.2
    RSA_PKCS1_SHA_256: verifier(key, { padding: constants.RSA_PKCS1_PADDING }, (digest, signature) => {
      const encoded = recover(key, constants.RSA_PKCS1_PADDING, signature);
      return encoded?.equals(Buffer.concat([sha256DigestInfo, digest])) ?? false;
    }),
  }) satisfies Record<string, Verifier>;

/** OpenSSL verifies whole messages; this file verifies digests, because Node.js accepts only digests that it has made itself. */
const verifier = (key: KeyObject, options: SigningOptions, verifyDigest: Verifier['verifyDigest']): Verifier => ({
  digestOf: (message) => sha256(message),
  verifyMessage: (message, signature) => verify('sha256', message, { ...options, key }, signature),
  verifyDigest,
});

function recover(key: KeyObject, padding: number, signature: Uint8Array): Buffer | undefined {
  // RFC 8017 8.1.2 and 8.2.2, step 1: as long as the modulus
  if (signature.length !== modulusBytes(key)) return undefined;
  return attempt(() => publicDecrypt({ key, padding }, signature));
}

/** RSAES-OAEP, RFC 8017 7.1, with one hash for the label and for MGF1. */
export const oaepEncrypter = (key: KeyObject, oaepHash: OaepHash): Encrypter => ({
  minBytes: 0,
  // RFC 8017 7.1.1: mLen <= k - 2hLen - 2
  maxBytes: modulusBytes(key) - 2 * createHash(oaepHash).digest().length - 2,
  encrypt: (plaintext) => publicEncrypt({ key, oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING }, plaintext),
});

export const rsaEncrypters = (key: KeyObject) =>
  ({
    RSAES_OAEP_SHA_256: oaepEncrypter(key, 'sha256'),
    RSAES_OAEP_SHA_1: oaepEncrypter(key, 'sha1'),
  }) satisfies Record<string, Encrypter>;

/** Encoding of a digest for RSA-PSS with SHA-256, a salt of 32 bytes and MGF1 with SHA-256; step numbers as in RFC 8017 9.1. */
const { digestBytes } = limits;
const saltBytes = digestBytes;
const trailer = 0xbc;

/** @param length of the modulus in bytes, with all bits used: emBits = 8 * length - 1 */
export function encodePss(digest: Uint8Array, length: number, salt: Uint8Array = randomBytes(saltBytes)): Uint8Array {
  const hash = sha256(new Uint8Array(8), digest, salt); // 5, 6
  const block = new Uint8Array(length - digestBytes - 1); // 7, 8
  block[block.length - saltBytes - 1] = 1;
  block.set(salt, block.length - saltBytes);
  const masked = mask(block, hash); // 9, 10
  masked[0] = (masked[0] as number) & 0x7f; // 11
  return Buffer.concat([masked, hash, Uint8Array.of(trailer)]); // 12
}

/** Whether `encoded`, as long as the modulus, encodes this digest. */
export function isPssOf(digest: Uint8Array, encoded: Uint8Array): boolean {
  if (encoded.at(-1) !== trailer) return false; // 4
  const hashAt = encoded.length - digestBytes - 1;
  const hash = encoded.subarray(hashAt, -1); // 5
  const block = mask(encoded.subarray(0, hashAt), hash); // 7, 8
  if ((encoded[0] as number) & 0x80) return false; // 6
  block[0] = (block[0] as number) & 0x7f; // 9
  const saltAt = block.length - saltBytes;
  const start = block.subarray(0, saltAt);
  if (start.at(-1) !== 1 || start.subarray(0, -1).some((byte) => byte !== 0)) return false; // 10
  return Buffer.from(hash).equals(sha256(new Uint8Array(8), digest, block.subarray(saltAt))); // 12 to 14
}

/** RFC 8017 B.2.1: XOR with MGF1 */
function mask(block: Uint8Array, seed: Uint8Array): Uint8Array {
  const counter = Buffer.alloc(4);
  const stream: Uint8Array[] = [];
  for (let index = 0; index * digestBytes < block.length; index++) {
    counter.writeUInt32BE(index);
    stream.push(sha256(seed, counter));
  }
  const bytes = Buffer.concat(stream);
  return block.map((byte, index) => byte ^ (bytes[index] as number));
}

import { createHash } from 'node:crypto';

/** Verifies signatures of one key with one algorithm. A malformed signature is simply invalid: the result is false. */
export interface Verifier {
  /** @param sm2Id SM2 only: part of the digest; default the id that KMS signs with */
  digestOf(message: Uint8Array, sm2Id?: string): Uint8Array;
  /** @param sm2Id as for `digestOf` */
  verifyMessage(message: Uint8Array, signature: Uint8Array, sm2Id?: string): boolean;
  /** @param digest of 32 bytes */
  verifyDigest(digest: Uint8Array, signature: Uint8Array): boolean;
}

/** Encrypts with one key and one algorithm. */
export interface Encrypter {
  minBytes: number;
  maxBytes: number;
  /** @param plaintext within the two limits */
  encrypt(plaintext: Uint8Array): Uint8Array;
}

export const sha256 = (...parts: Uint8Array[]): Uint8Array =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

import { createHash } from 'node:crypto';

/** Checks signatures of one key with one algorithm. A signature that cannot even be read is not valid: the answer is false. */
export interface Verifier {
  /** @param sm2Id SM2 only: goes into the digest; default the one that KMS signs with */
  digestOf(message: Uint8Array, sm2Id?: string): Uint8Array;
  /** @param sm2Id as for `digestOf` */
  verifyMessage(message: Uint8Array, signature: Uint8Array, sm2Id?: string): boolean;
  /** @param digest of 32 bytes */
  verifyDigest(digest: Uint8Array, signature: Uint8Array): boolean;
}

/** Encrypts for one key with one algorithm. */
export interface Encrypter {
  minBytes: number;
  maxBytes: number;
  /** @param plaintext no shorter and no longer than the two say */
  encrypt(plaintext: Uint8Array): Uint8Array;
}

export const sha256 = (...parts: Uint8Array[]): Uint8Array =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

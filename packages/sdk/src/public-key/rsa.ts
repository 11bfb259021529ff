import {
  constants,
  createHash,
  type KeyObject,
  publicDecrypt,
  publicEncrypt,
  type SigningOptions,
  verify,
} from 'node:crypto';
import { attempt } from './attempt.js';
import { isPssOf } from './emsa-pss.js';
import type { Encrypter, Verifier } from './operations.js';
import { sha256 } from './sha256.js';

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

/** Messages are checked by OpenSSL as a whole; digests here, since Node.js takes none that it has not made itself. */
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

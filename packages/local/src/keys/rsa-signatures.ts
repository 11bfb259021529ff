import { constants, privateEncrypt, publicDecrypt, type SigningOptions, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { attempt } from './attempt.js';
import { encodePss, isPssOf } from './emsa-pss.js';
import type { KeyMaterial } from './material.js';
import { modulusBytes } from './rsa.js';
import type { SignatureScheme } from './signature-scheme.js';

const signOnThreadPool = promisify(sign);

/** Messages are signed by OpenSSL as a whole. Digests are encoded here, since Node.js signs nothing that it has not hashed itself. */
const messages = (options: SigningOptions): Pick<SignatureScheme, 'signMessage' | 'verifyMessage'> => ({
  signMessage: ({ privateKey }, message) => signOnThreadPool('sha256', message, { ...options, key: privateKey }),
  verifyMessage: async ({ publicKey }, message, signature) =>
    verify('sha256', message, { ...options, key: publicKey }, signature),
});

/** RSASSA-PSS, RFC 8017 8.1. */
export const rsaPss: SignatureScheme = {
  ...messages({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }),
  async signDigest({ privateKey: key }, digest) {
    return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(digest, modulusBytes(key)));
  },
  async verifyDigest(material, digest, signature) {
    const encoded = recover(material, constants.RSA_NO_PADDING, signature);
    return encoded !== undefined && isPssOf(digest, encoded);
  },
};

/** DigestInfo of SHA-256, RFC 8017 9.2 note 1; the digest follows. */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** RSASSA-PKCS1-v1_5, RFC 8017 8.2. */
export const rsaPkcs1: SignatureScheme = {
  ...messages({ padding: constants.RSA_PKCS1_PADDING }),
  async signDigest({ privateKey: key }, digest) {
    return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([digestInfo, digest]));
  },
  async verifyDigest(material, digest, signature) {
    const encoded = recover(material, constants.RSA_PKCS1_PADDING, signature);
    return encoded?.equals(Buffer.concat([digestInfo, digest])) ?? false;
  },
};

function recover({ publicKey: key }: KeyMaterial, padding: number, signature: Uint8Array): Buffer | undefined {
  // RFC 8017 8.1.2 and 8.2.2, step 1: as long as the modulus
  if (signature.length !== modulusBytes(key)) return undefined;
  return attempt(() => publicDecrypt({ key, padding }, signature));
}

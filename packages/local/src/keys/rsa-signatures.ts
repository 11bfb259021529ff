import { constants, privateEncrypt, type SigningOptions, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { encodePss, modulusBytes, rsaVerifiers, sha256DigestInfo } from 'alibabacloud-kms-sdk/internal';
import type { SignatureScheme } from './signature-scheme.js';

const signOnThreadPool = promisify(sign);

/** Messages are signed by OpenSSL as a whole. Digests are encoded here, since Node.js signs nothing that it has not hashed itself. */
const signMessage =
  (options: SigningOptions): SignatureScheme['signMessage'] =>
  ({ privateKey }, message) =>
    signOnThreadPool('sha256', message, { ...options, key: privateKey });

/** RSASSA-PSS, RFC 8017 8.1. */
export const rsaPss: SignatureScheme = {
  signMessage: signMessage({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }),
  async signDigest({ privateKey: key }, digest) {
    return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(digest, modulusBytes(key)));
  },
  verifier: async ({ publicKey }) => rsaVerifiers(publicKey).RSA_PSS_SHA_256,
};

/** RSASSA-PKCS1-v1_5, RFC 8017 8.2. */
export const rsaPkcs1: SignatureScheme = {
  signMessage: signMessage({ padding: constants.RSA_PKCS1_PADDING }),
  async signDigest({ privateKey: key }, digest) {
    return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([sha256DigestInfo, digest]));
  },
  verifier: async ({ publicKey }) => rsaVerifiers(publicKey).RSA_PKCS1_SHA_256,
};

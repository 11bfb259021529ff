import { constants, privateEncrypt, type SigningOptions, sign } from 'node:crypto';
import { promisify } from 'node:util';
import {
  ecCurveOf,
  ecdsaVerifier,
  ecNumber,
  encodePss,
  encodeSignature,
  modulusBytes,
  rsaVerifiers,
  sha256DigestInfo,
  sm2Verifier,
  smLibrary,
  unhex,
  type Verifier,
} from 'alibabacloud-kms-sdk/internal';
import type { KeyMaterial } from './material.js';

/** One signature algorithm. */
export interface SignatureScheme {
  signMessage(material: KeyMaterial, message: Uint8Array): Promise<Uint8Array>;
  signDigest(material: KeyMaterial, digest: Uint8Array): Promise<Uint8Array>;
  verifier(material: KeyMaterial): Promise<Verifier>;
}

/** ECDSA (FIPS 186-5) with SHA-256, signatures in DER. A library signs digests: Node.js signs only what it has hashed itself. */
export const ecdsa: SignatureScheme = {
  signMessage: async ({ privateKey }, message) => sign('sha256', message, privateKey),
  async signDigest({ privateKey }, digest) {
    const curve = await ecCurveOf(privateKey);
    return curve.sign(digest, ecNumber(privateKey, 'd'), { prehash: false, lowS: false }).toBytes('der');
  },
  verifier: ({ publicKey }) => ecdsaVerifier(publicKey),
};

/** SM2DSA, GB/T 32918.2; signatures in DER. */
export const sm2dsa: SignatureScheme = {
  async signMessage(material, message) {
    return sm2dsa.signDigest(material, (await sm2dsa.verifier(material)).digestOf(message));
  },
  async signDigest(material, digest) {
    const { sm2 } = await smLibrary();
    const { privateKey } = await material.sm2Key();
    return encodeSignature(unhex(sm2.doSignature(digest, privateKey)));
  },
  verifier: async (material) => sm2Verifier((await material.sm2Key()).publicKey),
};

const signOnThreadPool = promisify(sign);

/** OpenSSL signs whole messages. Digests are encoded here, because Node.js signs only what it has hashed itself. */
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

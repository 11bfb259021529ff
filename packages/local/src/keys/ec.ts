import { type KeyObject, sign, verify } from 'node:crypto';
import { attempt } from './attempt.js';
import type { KeyMaterial } from './material.js';
import type { SignatureScheme } from './signature-scheme.js';

/** ECDSA (FIPS 186-5) with SHA-256, signatures in DER. Digests go through a library, since Node.js signs nothing that it has not hashed itself. */
export const ecdsa: SignatureScheme = {
  signMessage: async ({ privateKey }, message) => sign('sha256', message, privateKey),
  verifyMessage: async ({ publicKey }, message, signature) => verify('sha256', message, publicKey, signature),
  async signDigest(material, digest) {
    const curve = await curveOf(material);
    return curve.sign(digest, coordinate(material.privateKey, 'd'), { prehash: false, lowS: false }).toBytes('der');
  },
  async verifyDigest(material, digest, signature) {
    const curve = await curveOf(material);
    const point = Buffer.concat([
      Uint8Array.of(4),
      coordinate(material.publicKey, 'x'),
      coordinate(material.publicKey, 'y'),
    ]);
    return (
      attempt(() => curve.verify(signature, digest, point, { prehash: false, lowS: false, format: 'der' })) ?? false
    );
  },
};

const curveOf = async ({ facts }: KeyMaterial) =>
  facts.primitive === 'secp256k1'
    ? (await import('@noble/curves/secp256k1.js')).secp256k1
    : (await import('@noble/curves/nist.js')).p256;

const coordinate = (key: KeyObject, name: 'd' | 'x' | 'y'): Buffer =>
  Buffer.from(key.export({ format: 'jwk' })[name] as string, 'base64url');

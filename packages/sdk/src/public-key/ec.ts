import { type KeyObject, verify } from 'node:crypto';
import { attempt } from './attempt.js';
import type { Verifier } from './operations.js';
import { sha256 } from './sha256.js';

/** The curve of an EC key, from a library: Node.js takes no digest that it has not made itself. Loaded with the first EC key. */
export const ecCurveOf = async (key: KeyObject) =>
  key.asymmetricKeyDetails?.namedCurve === 'secp256k1'
    ? (await import('@noble/curves/secp256k1.js')).secp256k1
    : (await import('@noble/curves/nist.js')).p256;

/** One number of an EC key, as its bytes. */
export const ecNumber = (key: KeyObject, name: 'd' | 'x' | 'y'): Buffer =>
  Buffer.from(key.export({ format: 'jwk' })[name] as string, 'base64url');

/** ECDSA (FIPS 186-5) with SHA-256, signatures in DER, whichever of the two possible s they have. */
export async function ecdsaVerifier(key: KeyObject): Promise<Verifier> {
  const curve = await ecCurveOf(key);
  const point = Buffer.concat([Uint8Array.of(4), ecNumber(key, 'x'), ecNumber(key, 'y')]);
  const options = { prehash: false, lowS: false, format: 'der' } as const;
  return {
    digestOf: (message) => sha256(message),
    verifyMessage: (message, signature) => verify('sha256', message, key, signature),
    verifyDigest: (digest, signature) => attempt(() => curve.verify(signature, digest, point, options)) ?? false,
  };
}

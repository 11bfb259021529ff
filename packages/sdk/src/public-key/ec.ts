import { type KeyObject, verify } from 'node:crypto';
import { attempt } from '../util/work.js';
import { derNode, derTags, derUnsigned, readNodes, readOnly, readUnsigned } from './der.js';
import { sha256, type Verifier } from './operations.js';

/** What is used of a curve; keys as bytes, signatures in DER. */
export interface EcCurve {
  sign(
    digest: Uint8Array,
    privateKey: Uint8Array,
    options: { prehash: false; lowS: false },
  ): { toBytes(format: 'der'): Uint8Array };
  verify(
    signature: Uint8Array,
    digest: Uint8Array,
    publicKey: Uint8Array,
    options: { prehash: false; lowS: false; format: 'der' },
  ): boolean;
}

/** The curve of an EC key from a library, loaded with the first EC key: Node.js verifies only digests that it made itself. */
export const ecCurveOf = async (key: KeyObject): Promise<EcCurve> =>
  key.asymmetricKeyDetails?.namedCurve === 'secp256k1'
    ? (await import('@noble/curves/secp256k1.js')).secp256k1
    : (await import('@noble/curves/nist.js')).p256;

/** A number of an EC key, as bytes. */
export const ecNumber = (key: KeyObject, name: 'd' | 'x' | 'y'): Buffer =>
  Buffer.from(key.export({ format: 'jwk' })[name] as string, 'base64url');

/** ECDSA (FIPS 186-5) with SHA-256. Accepts signatures in DER with either of the two possible values of s. */
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

/**
 * The two numbers of an elliptic curve signature as SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 2.2.3, GM/T 0009 7.3).
 * @param numbers r and s concatenated, each half of the bytes
 */
export function encodeSignature(numbers: Uint8Array): Uint8Array {
  const half = numbers.length / 2;
  return derNode(derTags.sequence, derUnsigned(numbers.subarray(0, half)), derUnsigned(numbers.subarray(half)));
}

/** The inverse, each number in `numberBytes`. @throws Error if the DER is not what `encodeSignature` writes */
export function decodeSignature(signature: Uint8Array, numberBytes: number): Uint8Array {
  const [r, s, ...others] = readNodes(readOnly(signature, derTags.sequence));
  if (others.length > 0) throw new Error('Not a signature of two numbers');
  return Buffer.concat([readUnsigned(r, numberBytes), readUnsigned(s, numberBytes)]);
}

/** Whether this is two concatenated 256-bit numbers, as in JOSE and WebCrypto; RSA signatures are longer. */
export const isJoseForm = (signature: Uint8Array): boolean =>
  signature.length === 64 && !(signature[0] === derTags.sequence && signature[1] === 62);

export const joseFormAdvice =
  'signature has the form of JOSE and WebCrypto, r and s of 32 bytes each; KMS signs in DER: convert it with joseToDer';

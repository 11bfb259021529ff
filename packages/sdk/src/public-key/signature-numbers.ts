import { derNode, derTags, derUnsigned, readNodes, readOnly, readUnsigned } from './der.js';

/**
 * The two numbers of an elliptic curve signature as SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 2.2.3, GM/T 0009 7.3).
 * @param numbers r and s one after the other, each filling half of the bytes
 */
export function encodeSignature(numbers: Uint8Array): Uint8Array {
  const half = numbers.length / 2;
  return derNode(derTags.sequence, derUnsigned(numbers.subarray(0, half)), derUnsigned(numbers.subarray(half)));
}

/** The other way round, each number in `numberBytes`. @throws Error when the DER is not what `encodeSignature` writes */
export function decodeSignature(signature: Uint8Array, numberBytes: number): Uint8Array {
  const [r, s, ...others] = readNodes(readOnly(signature, derTags.sequence));
  if (others.length > 0) throw new Error('Not a signature of two numbers');
  return Buffer.concat([readUnsigned(r, numberBytes), readUnsigned(s, numberBytes)]);
}

/** The two numbers of 256 bits one after the other, as JOSE and WebCrypto have them; signatures of RSA are longer. */
export const isJoseForm = (signature: Uint8Array): boolean =>
  signature.length === 64 && !(signature[0] === derTags.sequence && signature[1] === 62);

export const joseFormAdvice =
  'signature has the form of JOSE and WebCrypto, r and s of 32 bytes each; KMS signs in DER: convert it with joseToDer';

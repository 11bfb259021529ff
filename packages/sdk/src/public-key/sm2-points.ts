import { smLibrary } from '../util/sm-library.js';
import { contentOf, type DerNode, derBitString, derNode, derTags, readBitString, readNodes, readOnly } from './der.js';

/** Order of the recommended curve, GB/T 32918.5. */
export const sm2Order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** Coordinates and SM3 digests are of this length. */
export const sm2PartBytes = 32;

// id-ecPublicKey 1.2.840.10045.2.1 with the named curve sm2p256v1 1.2.156.10197.1.301
const algorithmIdentifier = Buffer.from('06072a8648ce3d020106082a811ccf5501822d', 'hex');
export const sm2Algorithm = derNode(derTags.sequence, algorithmIdentifier);

const uncompressed = /^04[0-9a-f]{128}$/;

/** The SM2 library takes and gives hexadecimal digits. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Uint8Array => Buffer.from(text, 'hex');

/**
 * SubjectPublicKeyInfo (RFC 5480).
 * @param point `04` and both coordinates in hexadecimal, as the SM2 library takes them
 */
export const sm2Spki = (point: string): Uint8Array =>
  derNode(derTags.sequence, sm2Algorithm, derBitString(unhex(point)));

/** The point in SubjectPublicKeyInfo. @throws Error when it is anything else or not on the curve */
export async function readSm2Spki(spki: Uint8Array): Promise<string> {
  const [algorithm, key, ...others] = readNodes(readOnly(spki, derTags.sequence));
  if (!isSm2Algorithm(algorithm)) throw new Error('Not a key on the SM2 curve');
  const point = hex(readBitString(key));
  const { sm2 } = await smLibrary();
  if (others.length > 0 || !uncompressed.test(point) || !sm2.verifyPublicKey(point))
    throw new Error('Not an SM2 public key');
  return point;
}

/** @param node the AlgorithmIdentifier of a key */
export const isSm2Algorithm = (node: DerNode | undefined): boolean =>
  algorithmIdentifier.equals(contentOf(node, derTags.sequence));

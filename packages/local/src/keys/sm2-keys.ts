import { contentOf, derNode, derTags, derUnsigned, readNodes, readOnly, readUnsigned } from './der.js';
import { smLibrary } from './sm-library.js';

/** Hexadecimal, as the SM2 library takes them: 64 digits, and `04` with 128 digits. */
export interface Sm2Key {
  privateKey: string;
  publicKey: string;
}

/** Order of the recommended curve, GB/T 32918.5. */
export const sm2Order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

// id-ecPublicKey 1.2.840.10045.2.1 with the named curve sm2p256v1 1.2.156.10197.1.301
const algorithmIdentifier = Buffer.from('06072a8648ce3d020106082a811ccf5501822d', 'hex');
const algorithm = derNode(derTags.sequence, algorithmIdentifier);
const publicKeyTag = 0xa1;
const uncompressed = /^04[0-9a-f]{128}$/;

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Uint8Array => Buffer.from(text, 'hex');

const bitString = (bytes: Uint8Array): Uint8Array => derNode(derTags.bitString, Uint8Array.of(0), bytes);

/** A new private key as PKCS#8 (RFC 5958) around ECPrivateKey (RFC 5915). */
export async function generateSm2Pkcs8(): Promise<Uint8Array> {
  const { sm2 } = await smLibrary();
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const ecPrivateKey = derNode(
    derTags.sequence,
    derUnsigned(Uint8Array.of(1)),
    derNode(derTags.octetString, unhex(privateKey)),
    derNode(publicKeyTag, bitString(unhex(publicKey))),
  );
  return derNode(
    derTags.sequence,
    derUnsigned(Uint8Array.of(0)),
    algorithm,
    derNode(derTags.octetString, ecPrivateKey),
  );
}

/** @throws Error for anything that is not PKCS#8 of an SM2 key whose parts belong together */
export async function readSm2Pkcs8(pkcs8: Uint8Array): Promise<Sm2Key> {
  const [version, identifier, wrapped] = readNodes(readOnly(pkcs8, derTags.sequence));
  readUnsigned(version, 1);
  checkAlgorithm(contentOf(identifier, derTags.sequence));
  const [, scalar, ...optional] = readNodes(readOnly(contentOf(wrapped, derTags.octetString), derTags.sequence));
  const privateKey = hex(contentOf(scalar, derTags.octetString));
  const d = privateKey.length === 64 ? BigInt(`0x${privateKey}`) : 0n;
  // GB/T 32918.1 6.1: d lies in [1, n-2]
  if (d < 1n || d > sm2Order - 2n) throw new Error('Not an SM2 private key');
  const { sm2 } = await smLibrary();
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey);
  const stated = optional.find((node) => node.tag === publicKeyTag);
  if (stated !== undefined && hex(stated.content) !== hex(bitString(unhex(publicKey))))
    throw new Error('The public key does not belong to the private key');
  return { privateKey, publicKey };
}

/** SubjectPublicKeyInfo (RFC 5480). */
export const sm2Spki = (publicKey: string): Uint8Array =>
  derNode(derTags.sequence, algorithm, bitString(unhex(publicKey)));

/** @throws Error for anything that is not the SubjectPublicKeyInfo of a point on the curve */
export async function readSm2Spki(spki: Uint8Array): Promise<string> {
  const [identifier, key] = readNodes(readOnly(spki, derTags.sequence));
  checkAlgorithm(contentOf(identifier, derTags.sequence));
  const publicKey = hex(contentOf(key, derTags.bitString).subarray(1));
  const { sm2 } = await smLibrary();
  if (!uncompressed.test(publicKey) || !sm2.verifyPublicKey(publicKey)) throw new Error('Not an SM2 public key');
  return publicKey;
}

function checkAlgorithm(identifier: Uint8Array): void {
  if (!algorithmIdentifier.equals(identifier)) throw new Error('Not a key on the SM2 curve');
}

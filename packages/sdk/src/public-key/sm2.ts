import { smLibrary } from '../util/sm-library.js';
import { attempt } from '../util/work.js';
import {
  contentOf,
  type DerNode,
  derBitString,
  derNode,
  derTags,
  derUnsigned,
  readBitString,
  readNodes,
  readOnly,
  readUnsigned,
} from './der.js';
import { decodeSignature } from './ec.js';
import type { Encrypter, Verifier } from './operations.js';

/** Order of the recommended curve, GB/T 32918.5. */
export const sm2Order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** Length of coordinates and SM3 digests. */
const sm2PartBytes = 32;

// id-ecPublicKey 1.2.840.10045.2.1 with the named curve sm2p256v1 1.2.156.10197.1.301
const algorithmIdentifier = Buffer.from('06072a8648ce3d020106082a811ccf5501822d', 'hex');
export const sm2Algorithm = derNode(derTags.sequence, algorithmIdentifier);

const uncompressed = /^04[0-9a-f]{128}$/;

/** The SM2 library takes and returns hexadecimal digits. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Uint8Array => Buffer.from(text, 'hex');

/**
 * SubjectPublicKeyInfo (RFC 5480).
 * @param point `04` and both coordinates in hexadecimal, as the SM2 library takes them
 */
export const sm2Spki = (point: string): Uint8Array =>
  derNode(derTags.sequence, sm2Algorithm, derBitString(unhex(point)));

/** The point in a SubjectPublicKeyInfo. @throws Error if it is anything else or not on the curve */
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

/** Used in Z unless signer and verifier agree on another id, GM/T 0009 10. */
const defaultId = '1234567812345678';

/** Z holds the length of the id in bits as two bytes, GB/T 32918.2 5.5. */
export const sm2IdMaxBytes = 0xffff >> 3;

/**
 * SM2DSA, GB/T 32918.2: signs SM3(Z‖M).
 * @param point the public key, see `sm2Spki`
 */
export async function sm2Verifier(point: string): Promise<Verifier> {
  const { sm2 } = await smLibrary();
  const digestOf: Verifier['digestOf'] = (message, id = defaultId) => unhex(sm2.getHash(message, point, id));
  const verifyDigest: Verifier['verifyDigest'] = (digest, signature) => {
    const numbers = attempt(() => decode(signature));
    return numbers !== undefined && sm2.doVerifySignature(digest, numbers, point);
  };
  return {
    digestOf,
    verifyMessage: (message, signature, id) => verifyDigest(digestOf(message, id), signature),
    verifyDigest,
  };
}

function decode(signature: Uint8Array): string {
  const numbers = decodeSignature(signature, sm2PartBytes);
  for (const number of [numbers.subarray(0, sm2PartBytes), numbers.subarray(sm2PartBytes)]) {
    const value = BigInt(`0x${hex(number)}`);
    // GB/T 32918.2 7.1 B1 and B2: r and s lie in [1, n-1]
    if (value < 1n || value >= sm2Order) throw new Error('Not an SM2 signature');
  }
  return hex(numbers);
}

/** The SM2 library's value for the order C1, C3, C2. */
export const sm2CipherMode = 1;

/**
 * SM2PKE, GB/T 32918.4. It cannot encrypt empty data.
 * @param point the public key, see `sm2Spki`
 */
export async function sm2Encrypter(point: string): Promise<Encrypter> {
  const { sm2 } = await smLibrary();
  return {
    minBytes: 1,
    maxBytes: Number.POSITIVE_INFINITY,
    encrypt(plaintext) {
      for (;;) {
        const parts = unhex(sm2.doEncrypt(plaintext, point, sm2CipherMode));
        const c2 = parts.subarray(3 * sm2PartBytes);
        // GB/T 32918.4 6.1 A5: a key stream of only zeros, which occurs with very short plaintexts, must not be used
        if (!plaintext.every((byte, index) => byte === c2[index])) return encode(parts, c2);
      }
    },
  };
}

/** GM/T 0009 7.2: SEQUENCE { x INTEGER, y INTEGER, C3 OCTET STRING, C2 OCTET STRING } */
const encode = (parts: Uint8Array, c2: Uint8Array): Uint8Array =>
  derNode(
    derTags.sequence,
    derUnsigned(parts.subarray(0, sm2PartBytes)),
    derUnsigned(parts.subarray(sm2PartBytes, 2 * sm2PartBytes)),
    derNode(derTags.octetString, parts.subarray(2 * sm2PartBytes, 3 * sm2PartBytes)),
    derNode(derTags.octetString, c2),
  );

/** C1, C3 and C2 concatenated, as the SM2 library takes them. @throws Error if it is not a ciphertext */
export function decodeSm2Ciphertext(ciphertext: Uint8Array): Uint8Array {
  const [x, y, c3, c2, ...others] = readNodes(readOnly(ciphertext, derTags.sequence));
  const digest = contentOf(c3, derTags.octetString);
  if (digest.length !== sm2PartBytes || others.length > 0) throw new Error('Not an SM2 ciphertext');
  return Buffer.concat([
    readUnsigned(x, sm2PartBytes),
    readUnsigned(y, sm2PartBytes),
    digest,
    contentOf(c2, derTags.octetString),
  ]);
}

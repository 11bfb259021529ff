import { smLibrary } from '../util/sm-library.js';
import { contentOf, derNode, derTags, derUnsigned, readNodes, readOnly, readUnsigned } from './der.js';
import type { Encrypter } from './operations.js';
import { sm2PartBytes, unhex } from './sm2-points.js';

/** How the SM2 library is told the order C1, C3, C2. */
export const sm2CipherMode = 1;

/**
 * SM2PKE, GB/T 32918.4. It does not encrypt nothing.
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
        // GB/T 32918.4 6.1 A5: a key stream of zeros only, which happens with very short plaintexts, is not used
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

/** C1, C3 and C2 one after the other, as the SM2 library takes them. @throws Error when it is no ciphertext */
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

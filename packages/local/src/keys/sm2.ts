import { invalidParameter } from '../service-error.js';
import { attempt } from './attempt.js';
import type { CipherScheme } from './cipher-scheme.js';
import { contentOf, derNode, derTags, derUnsigned, readNodes, readOnly, readUnsigned } from './der.js';
import { smLibrary } from './sm-library.js';
import { hex, unhex } from './sm2-keys.js';

/** Coordinates and SM3 digests are of this length. */
const partBytes = 32;
const c1c3c2 = 1;

/** @param name of the parameter that holds the plaintext */
export async function sm2Encrypt(publicKey: string, plaintext: Uint8Array, name: string): Promise<Uint8Array> {
  if (plaintext.length === 0) throw invalidParameter(name, 'SM2 does not encrypt nothing');
  const { sm2 } = await smLibrary();
  for (;;) {
    const parts = unhex(sm2.doEncrypt(plaintext, publicKey, c1c3c2));
    const c2 = parts.subarray(3 * partBytes);
    // GB/T 32918.4 6.1 A5: a key stream of zeros only, which happens with very short plaintexts, is not used
    if (!plaintext.every((byte, index) => byte === c2[index])) return encode(parts, c2);
  }
}

export async function sm2Decrypt(privateKey: string, ciphertext: Uint8Array): Promise<Uint8Array | undefined> {
  const { sm2 } = await smLibrary();
  const plaintext = attempt(() => {
    const parts = hex(decode(ciphertext));
    return sm2.doDecrypt(parts, privateKey, c1c3c2, { output: 'array' });
  });
  // the library answers a wrong C3 with an empty Array
  return plaintext instanceof Uint8Array && plaintext.length > 0 ? plaintext : undefined;
}

export const sm2Encryption: CipherScheme = {
  ivBytes: 0,
  takesAad: false,
  takesPaddingMode: false,
  encrypt: async (material, plaintext) => sm2Encrypt((await material.sm2Key()).publicKey, plaintext, 'Plaintext'),
  decrypt: async (material, ciphertext) => sm2Decrypt((await material.sm2Key()).privateKey, ciphertext),
};

/** GM/T 0009 7.2: SEQUENCE { x INTEGER, y INTEGER, C3 OCTET STRING, C2 OCTET STRING } */
const encode = (parts: Uint8Array, c2: Uint8Array): Uint8Array =>
  derNode(
    derTags.sequence,
    derUnsigned(parts.subarray(0, partBytes)),
    derUnsigned(parts.subarray(partBytes, 2 * partBytes)),
    derNode(derTags.octetString, parts.subarray(2 * partBytes, 3 * partBytes)),
    derNode(derTags.octetString, c2),
  );

function decode(ciphertext: Uint8Array): Uint8Array {
  const [x, y, c3, c2, ...others] = readNodes(readOnly(ciphertext, derTags.sequence));
  const digest = contentOf(c3, derTags.octetString);
  if (digest.length !== partBytes || others.length > 0) throw new Error('Not an SM2 ciphertext');
  return Buffer.concat([
    readUnsigned(x, partBytes),
    readUnsigned(y, partBytes),
    digest,
    contentOf(c2, derTags.octetString),
  ]);
}

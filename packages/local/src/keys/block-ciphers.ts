import { createCipheriv, createDecipheriv } from 'node:crypto';
import { attempt, limits, smLibrary } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import { type CipherScheme, type PaddingMode, paddingModes } from './cipher-scheme.js';
import type { KeyMaterial } from './material.js';

/** Block size of both AES and SM4. */
const blockBytes = 16;

export interface BlockChain {
  mode: 'cbc' | 'ecb';
  /** Empty for ECB. */
  iv: Uint8Array;
}

/** A block cipher without padding: whole blocks in, whole blocks out. */
export interface BlockCipher {
  /** GCM: returns the ciphertext followed by the tag. */
  seal(material: KeyMaterial, iv: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array>;
  /** GCM: undefined if the tag is wrong. */
  open(
    material: KeyMaterial,
    iv: Uint8Array,
    aad: Uint8Array,
    ciphertext: Uint8Array,
    tag: Uint8Array,
  ): Promise<Uint8Array | undefined>;
  encryptBlocks(material: KeyMaterial, chain: BlockChain, blocks: Uint8Array): Promise<Uint8Array>;
  decryptBlocks(material: KeyMaterial, chain: BlockChain, blocks: Uint8Array): Promise<Uint8Array>;
}

/** GCM (NIST SP 800-38D) with a 12-byte IV; the 16-byte tag follows the ciphertext. */
export const gcm = (cipher: BlockCipher): CipherScheme => ({
  ivBytes: limits.gcmIvBytes,
  takesAad: true,
  paddingModes: ['NO_PADDING'],
  encrypt: (material, plaintext, { iv, aad }) => cipher.seal(material, iv, aad, plaintext),
  async decrypt(material, ciphertext, { iv, aad }) {
    const tagAt = ciphertext.length - limits.gcmTagBytes;
    if (tagAt < 0) return undefined;
    return cipher.open(material, iv, aad, ciphertext.subarray(0, tagAt), ciphertext.subarray(tagAt));
  },
});

/** CBC and ECB (NIST SP 800-38A). */
export const blockChain = (cipher: BlockCipher, mode: BlockChain['mode']): CipherScheme => ({
  ivBytes: mode === 'cbc' ? blockBytes : 0,
  takesAad: false,
  paddingModes,
  encrypt: async (material, plaintext, { iv, paddingMode }) =>
    cipher.encryptBlocks(
      material,
      { mode, iv },
      paddingMode === 'NO_PADDING' ? wholeBlocks(plaintext) : pad(plaintext),
    ),
  async decrypt(material, ciphertext, { iv, paddingMode }) {
    if (ciphertext.length === 0 || ciphertext.length % blockBytes !== 0) return undefined;
    return unpad(await cipher.decryptBlocks(material, { mode, iv }, ciphertext), paddingMode);
  },
});

function wholeBlocks(plaintext: Uint8Array): Uint8Array {
  if (plaintext.length === 0 || plaintext.length % blockBytes !== 0)
    throw invalidParameter(
      'Plaintext',
      `with NO_PADDING it is a multiple of ${blockBytes} bytes, not ${plaintext.length}`,
    );
  return plaintext;
}

/** RFC 5652 6.3: pads to a whole block with at least one byte, each containing their number. */
function pad(plaintext: Uint8Array): Uint8Array {
  const missing = blockBytes - (plaintext.length % blockBytes);
  return Buffer.concat([plaintext, new Uint8Array(missing).fill(missing)]);
}

function unpad(blocks: Uint8Array, paddingMode: PaddingMode | undefined): Uint8Array | undefined {
  if (paddingMode === 'NO_PADDING') return blocks;
  const count = blocks.at(-1) as number;
  const padded = count >= 1 && count <= blockBytes && blocks.subarray(-count).every((byte) => byte === count);
  return padded ? blocks.subarray(0, -count) : undefined;
}

const tagLength = { authTagLength: limits.gcmTagBytes };

/** OpenSSL's names: `aes-256` of the key's facts, followed by the mode. */
const gcmName = ({ facts }: KeyMaterial) => `${facts.primitive}-gcm` as 'aes-256-gcm';
const chainName = ({ facts }: KeyMaterial, { mode }: BlockChain) => `${facts.primitive}-${mode}`;

export const aes: BlockCipher = {
  async seal(material, iv, aad, plaintext) {
    const cipher = createCipheriv(gcmName(material), material.secretKey, iv, tagLength).setAAD(aad);
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },
  async open(material, iv, aad, ciphertext, tag) {
    const decipher = createDecipheriv(gcmName(material), material.secretKey, iv, tagLength).setAAD(aad).setAuthTag(tag);
    const plaintext = decipher.update(ciphertext);
    return attempt(() => Buffer.concat([plaintext, decipher.final()]));
  },
  async encryptBlocks(material, chain, blocks) {
    const cipher = createCipheriv(chainName(material, chain), material.secretKey, chain.iv).setAutoPadding(false);
    return Buffer.concat([cipher.update(blocks), cipher.final()]);
  },
  async decryptBlocks(material, chain, blocks) {
    const decipher = createDecipheriv(chainName(material, chain), material.secretKey, chain.iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(blocks), decipher.final()]);
  },
};

/** GB/T 32907; GCM as in RFC 8998. */
export const sm4: BlockCipher = {
  async seal(material, iv, associatedData, plaintext) {
    const { sm4 } = await smLibrary();
    const options = { mode: 'gcm', iv, associatedData, output: 'array', outputTag: true } as const;
    const { output, tag } = sm4.encrypt(plaintext, material.secretBytes, options);
    return Buffer.concat([output, tag as Uint8Array]);
  },
  async open(material, iv, associatedData, ciphertext, tag) {
    const { sm4 } = await smLibrary();
    const options = { mode: 'gcm', iv, associatedData, tag, output: 'array' } as const;
    return attempt(() => sm4.decrypt(ciphertext, material.secretBytes, options));
  },
  async encryptBlocks(material, { mode, iv }, blocks) {
    const { sm4 } = await smLibrary();
    return sm4.encrypt(blocks, material.secretBytes, { mode, iv, padding: 'none', output: 'array' });
  },
  async decryptBlocks(material, { mode, iv }, blocks) {
    const { sm4 } = await smLibrary();
    return sm4.decrypt(blocks, material.secretBytes, { mode, iv, padding: 'none', output: 'array' });
  },
};

import { createCipheriv, createDecipheriv } from 'node:crypto';
import { attempt, limits } from 'alibabacloud-kms-sdk/internal';
import type { BlockChain, BlockCipher } from './block-modes.js';
import type { KeyMaterial } from './material.js';

const tagLength = { authTagLength: limits.gcmTagBytes };

/** OpenSSL's names: `aes-256` of the key's facts with the mode behind it. */
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

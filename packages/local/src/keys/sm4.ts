import { attempt, smLibrary } from 'alibabacloud-kms-sdk/internal';
import type { BlockCipher } from './block-modes.js';

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

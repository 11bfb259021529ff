import {
  attempt,
  decodeSm2Ciphertext,
  hex,
  isBytes,
  sm2CipherMode,
  sm2Encrypter,
  smLibrary,
} from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import type { CipherScheme } from './cipher-scheme.js';

/** @param name of the parameter with the plaintext */
export async function sm2Encrypt(publicKey: string, plaintext: Uint8Array, name: string): Promise<Uint8Array> {
  const { minBytes, encrypt } = await sm2Encrypter(publicKey);
  if (plaintext.length < minBytes) throw invalidParameter(name, 'SM2 does not encrypt nothing');
  return encrypt(plaintext);
}

export async function sm2Decrypt(privateKey: string, ciphertext: Uint8Array): Promise<Uint8Array | undefined> {
  const { sm2 } = await smLibrary();
  const plaintext = attempt(() => {
    const parts = hex(decodeSm2Ciphertext(ciphertext));
    return sm2.doDecrypt(parts, privateKey, sm2CipherMode, { output: 'array' });
  });
  // the library returns an empty Array for a wrong C3
  return isBytes(plaintext) && plaintext.length > 0 ? plaintext : undefined;
}

export const sm2Encryption: CipherScheme = {
  ivBytes: 0,
  takesAad: false,
  paddingModes: [],
  encrypt: async (material, plaintext) => sm2Encrypt((await material.sm2Key()).publicKey, plaintext, 'Plaintext'),
  decrypt: async (material, ciphertext) => sm2Decrypt((await material.sm2Key()).privateKey, ciphertext),
};

import { encrypt } from '../../keys/ciphers.js';
import { base64, text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { asymmetricKeyVersion } from './asymmetric-key-version.js';

export const asymmetricEncrypt: OpenApiAction = async (parameters, { kms }) => {
  const { material, names } = await asymmetricKeyVersion(kms, parameters, 'AsymmetricEncrypt', 'ENCRYPT/DECRYPT');
  const { ciphertext } = await encrypt(material, {
    algorithm: text(parameters, 'Algorithm'),
    plaintext: base64(parameters, 'Plaintext'),
  });
  return { ...names, CiphertextBlob: toBase64(ciphertext) };
};

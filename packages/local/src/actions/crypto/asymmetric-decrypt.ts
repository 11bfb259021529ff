import { decrypt } from '../../keys/ciphers.js';
import { base64, text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { asymmetricKeyVersion } from './asymmetric-key-version.js';
import { refuseRecipient } from './recipient.js';

export const asymmetricDecrypt: OpenApiAction = async (parameters, { kms }) => {
  refuseRecipient(parameters);
  const { material, names } = await asymmetricKeyVersion(kms, parameters, 'AsymmetricDecrypt', 'ENCRYPT/DECRYPT');
  const { plaintext } = await decrypt(material, {
    algorithm: text(parameters, 'Algorithm'),
    ciphertext: base64(parameters, 'CiphertextBlob'),
  });
  return { ...names, Plaintext: toBase64(plaintext) };
};

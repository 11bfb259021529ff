import { text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { newDataKey } from './new-data-key.js';
import { sealText } from './public-ciphertexts.js';

export const generateDataKeyWithoutPlaintext: OpenApiAction = async (parameters, { kms }) => {
  const plaintext = toBase64(newDataKey(parameters));
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'GenerateDataKeyWithoutPlaintext');
  return sealText(kms, key, plaintext, parameters);
};

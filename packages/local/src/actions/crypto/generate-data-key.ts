import { text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { newDataKey } from './new-data-key.js';
import { sealText } from './public-ciphertexts.js';
import { refuseRecipient } from './recipient.js';

export const generateDataKey: OpenApiAction = async (parameters, { kms }) => {
  refuseRecipient(parameters);
  const plaintext = toBase64(newDataKey(parameters));
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'GenerateDataKey');
  return { ...(await sealText(kms, key, plaintext, parameters)), Plaintext: plaintext };
};

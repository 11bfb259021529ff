import type { OpenApiAction } from '../types.js';
import { openText } from './public-ciphertexts.js';
import { refuseRecipient } from './recipient.js';

export const decrypt: OpenApiAction = async (parameters, { kms }) => {
  refuseRecipient(parameters);
  const { key, keyVersionId, text } = await openText(kms, parameters, 'Decrypt');
  return { KeyId: key.id, KeyVersionId: keyVersionId, Plaintext: text };
};

import { limits } from 'alibabacloud-kms-sdk/internal';
import { checkPlaintextLength } from '../../keys/symmetric-ciphertexts.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { sealText } from './public-ciphertexts.js';

/** Callers send base64; what is encrypted is that text. */
const textMaxBytes = 4 * Math.ceil(limits.plaintextMaxBytes / 3);

export const encrypt: OpenApiAction = async (parameters, { kms }) => {
  const plaintext = text(parameters, 'Plaintext');
  checkPlaintextLength(Buffer.from(plaintext), textMaxBytes);
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'Encrypt');
  return sealText(kms, key, plaintext, parameters);
};

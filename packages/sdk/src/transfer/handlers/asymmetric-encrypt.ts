import { bytesOf, toBase64 } from '../crypto-scheme.js';
import { type Handler, keyResponse } from './handler.js';

export const asymmetricEncrypt: Handler = async (call) => {
  const answered = await call.send('Encrypt', {
    KeyId: call.text('KeyId'),
    Plaintext: call.base64('Plaintext'),
    Algorithm: call.optionalText('Algorithm'),
  });
  return keyResponse(answered, { CiphertextBlob: toBase64(bytesOf(answered.answer.CiphertextBlob)) });
};

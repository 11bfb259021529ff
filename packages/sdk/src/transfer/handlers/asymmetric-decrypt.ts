import { bytesOf, toBase64 } from '../crypto-scheme.js';
import { type Handler, keyResponse } from './handler.js';

export const asymmetricDecrypt: Handler = async (call) => {
  const answered = await call.send('Decrypt', {
    KeyId: call.text('KeyId'),
    CiphertextBlob: call.base64('CiphertextBlob'),
    Algorithm: call.optionalText('Algorithm'),
  });
  return keyResponse(answered, { Plaintext: toBase64(bytesOf(answered.answer.Plaintext)) });
};

import { bytesOf, toBase64 } from '../crypto-scheme.js';
import { type Handler, keyAnswer } from './handler.js';

export const asymmetricEncrypt: Handler = async (call) => {
  const answered = await call.send('Encrypt', {
    KeyId: call.text('KeyId'),
    Plaintext: call.base64('Plaintext'),
    Algorithm: call.optionalText('Algorithm'),
  });
  return keyAnswer(answered, { CiphertextBlob: toBase64(bytesOf(answered.answer.CiphertextBlob)) });
};

import { bytesOf } from '../crypto-scheme.js';
import { type Handler, keyResponse } from './handler.js';

export const decrypt: Handler = async (call, scheme) => {
  const opened = await scheme.decrypt(call, call.base64('CiphertextBlob'));
  return keyResponse(opened, { Plaintext: call.decode('Plaintext', bytesOf(opened.answer.Plaintext)) });
};

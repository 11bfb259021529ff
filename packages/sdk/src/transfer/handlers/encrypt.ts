import { toBase64 } from '../crypto-scheme.js';
import { type Handler, keyResponse } from './handler.js';

/** The text of Plaintext is encrypted as it is: callers give base64, and get that base64 back from Decrypt. */
export const encrypt: Handler = async (call, scheme) => {
  const sealed = await scheme.encrypt(call, call.encoded('Plaintext'));
  return keyResponse(sealed, { CiphertextBlob: toBase64(sealed.blob) });
};

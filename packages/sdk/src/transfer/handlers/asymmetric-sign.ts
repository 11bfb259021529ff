import { bytesOf, toBase64 } from '../crypto-scheme.js';
import { type Handler, keyResponse } from './handler.js';

export const asymmetricSign: Handler = async (call) => {
  const answered = await call.send('Sign', {
    KeyId: call.text('KeyId'),
    Message: call.base64('Digest'),
    MessageType: 'DIGEST',
    Algorithm: call.optionalText('Algorithm'),
  });
  return keyResponse(answered, { Value: toBase64(bytesOf(answered.answer.Signature)) });
};

import { type Handler, keyResponse } from './handler.js';

export const asymmetricVerify: Handler = async (call) => {
  const answered = await call.send('Verify', {
    KeyId: call.text('KeyId'),
    Message: call.base64('Digest'),
    Signature: call.base64('Value'),
    MessageType: 'DIGEST',
    Algorithm: call.optionalText('Algorithm'),
  });
  // A message leaves out what is false.
  return keyResponse(answered, { Value: answered.answer.Value === true });
};

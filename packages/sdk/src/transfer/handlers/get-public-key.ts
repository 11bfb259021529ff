import { type Handler, keyResponse } from './handler.js';

export const getPublicKey: Handler = async (call) => {
  const answered = await call.send('GetPublicKey', { KeyId: call.text('KeyId') });
  return keyResponse(answered, { PublicKey: answered.answer.PublicKey });
};

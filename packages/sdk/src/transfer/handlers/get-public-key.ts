import { type Handler, keyAnswer } from './handler.js';

export const getPublicKey: Handler = async (call) => {
  const answered = await call.send('GetPublicKey', { KeyId: call.text('KeyId') });
  return keyAnswer(answered, { PublicKey: answered.answer.PublicKey });
};

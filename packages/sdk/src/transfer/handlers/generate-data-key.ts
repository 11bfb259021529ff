import type { Handler } from './handler.js';
import { newDataKey } from './new-data-key.js';

export const generateDataKey: Handler = async (call, scheme) => {
  const { plaintext, answered } = await newDataKey(call, scheme);
  return { ...answered, body: { ...answered.body, Plaintext: plaintext } };
};

import type { Handler } from './handler.js';
import { newDataKey } from './new-data-key.js';

export const generateDataKeyWithoutPlaintext: Handler = async (call, scheme) =>
  (await newDataKey(call, scheme)).answered;

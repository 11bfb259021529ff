import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { keyVersionAnswer } from './key-version-answer.js';

export const describeKeyVersion: OpenApiAction = async (parameters, { kms }) => {
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'DescribeKeyVersion');
  return { KeyVersion: keyVersionAnswer(await kms.keys.version(key, text(parameters, 'KeyVersionId'))) };
};

import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { keyVersionAnswer } from './key-version-answer.js';

export const createKeyVersion: OpenApiAction = async (parameters, { kms }) => {
  const version = await kms.keys.createVersion(text(parameters, 'KeyId'));
  return { KeyVersion: keyVersionAnswer(version) };
};

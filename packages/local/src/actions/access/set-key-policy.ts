import { updateKey } from '../../keys/key-record.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { checkPolicyName, policyDocument } from './policy-document.js';

export const setKeyPolicy: OpenApiAction = async (parameters, { kms }) => {
  checkPolicyName(parameters);
  const policy = policyDocument(parameters);
  await kms.keys.change(text(parameters, 'KeyId'), 'SetKeyPolicy', (key, db) => updateKey(db, key, { policy }));
  return {};
};

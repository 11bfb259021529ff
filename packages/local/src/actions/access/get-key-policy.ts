import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { checkPolicyName, policyDocumentAnswer } from './policy-document.js';

export const getKeyPolicy: OpenApiAction = async (parameters, { kms }) => {
  checkPolicyName(parameters);
  const { policy } = await kms.keys.find(text(parameters, 'KeyId'), 'GetKeyPolicy');
  return policyDocumentAnswer(policy, kms.identity, 'key');
};

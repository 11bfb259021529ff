import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { checkPolicyName, policyDocumentAnswer } from './policy-document.js';

export const getSecretPolicy: OpenApiAction = async (parameters, { kms }) => {
  checkPolicyName(parameters);
  const { policy } = await kms.secrets.find(text(parameters, 'SecretName'), 'GetSecretPolicy');
  return policyDocumentAnswer(policy, kms.identity, 'secret');
};

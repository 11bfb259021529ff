import { updateSecret } from '../../secrets/secret-record.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { checkPolicyName, policyDocument } from './policy-document.js';

export const setSecretPolicy: OpenApiAction = async (parameters, { kms }) => {
  checkPolicyName(parameters);
  const policy = policyDocument(parameters);
  await kms.secrets.change(text(parameters, 'SecretName'), 'SetSecretPolicy', (secret, db) =>
    updateSecret(db, secret, { policy, updated_at: kms.clock.now() }),
  );
  return {};
};

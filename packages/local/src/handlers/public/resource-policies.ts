import { checkPolicy, defaultPolicy } from '../../access/ram-policy.js';
import { updateKey } from '../../keys/key-record.js';
import type { Identity } from '../../kms.js';
import { updateSecret } from '../../secrets/secret-record.js';
import { invalidParameter } from '../../service-error.js';
import { optionalText, text } from '../parameters.js';
import type { Parameters, PublicHandlers } from '../types.js';

export const resourcePolicyHandlers = {
  GetKeyPolicy: async (parameters, { kms }) => {
    checkPolicyName(parameters);
    const { policy } = await kms.keys.find(text(parameters, 'KeyId'), 'GetKeyPolicy');
    return policyDocumentResponse(policy, kms.identity, 'key');
  },

  SetKeyPolicy: async (parameters, { kms }) => {
    checkPolicyName(parameters);
    const policy = policyDocument(parameters);
    await kms.keys.change(text(parameters, 'KeyId'), 'SetKeyPolicy', (key, db) => updateKey(db, key, { policy }));
    return {};
  },

  GetSecretPolicy: async (parameters, { kms }) => {
    checkPolicyName(parameters);
    const { policy } = await kms.secrets.find(text(parameters, 'SecretName'), 'GetSecretPolicy');
    return policyDocumentResponse(policy, kms.identity, 'secret');
  },

  SetSecretPolicy: async (parameters, { kms }) => {
    checkPolicyName(parameters);
    const policy = policyDocument(parameters);
    await kms.secrets.change(text(parameters, 'SecretName'), 'SetSecretPolicy', (secret, db) =>
      updateSecret(db, secret, { policy, updated_at: kms.clock.now() }),
    );
    return {};
  },
} satisfies Partial<PublicHandlers>;

/** Policy, as a key or secret keeps it. */
function policyDocument(parameters: Parameters): string {
  const policy = text(parameters, 'Policy');
  checkPolicy('Policy', policy);
  return policy;
}

/** Null when none is given. */
export const optionalPolicyDocument = (parameters: Parameters): string | null =>
  optionalText(parameters, 'Policy') === undefined ? null : policyDocument(parameters);

/** There is one policy on a key or secret, and this is its name. */
function checkPolicyName(parameters: Parameters): void {
  const name = optionalText(parameters, 'PolicyName');
  if (name !== undefined && name !== 'default') throw invalidParameter('PolicyName', 'it must be default');
}

const policyDocumentResponse = (policy: string | null, identity: Identity, type: 'key' | 'secret') => ({
  Policy: policy ?? JSON.stringify(defaultPolicy(identity.accountId, type)),
});

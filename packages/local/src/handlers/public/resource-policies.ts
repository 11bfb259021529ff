import { checkPolicy, defaultPolicy } from '../../access/ram-policy.js';
import { updateKey } from '../../keys/key-record.js';
import type { Identity } from '../../kms.js';
import { updateSecret } from '../../secrets/secret-record.js';
import { invalidParameter } from '../../service-error.js';
import type { PublicHandlers } from '../types.js';

export const resourcePolicyHandlers = {
  GetKeyPolicy: async (request, { kms }) => {
    checkPolicyName(request);
    const { policy } = await kms.keys.find(request.KeyId, 'GetKeyPolicy');
    return policyDocumentResponse(policy, kms.identity, 'key');
  },

  SetKeyPolicy: async (request, { kms }) => {
    checkPolicyName(request);
    const { Policy: policy } = request;
    checkPolicy('Policy', policy);
    await kms.keys.change(request.KeyId, 'SetKeyPolicy', (key, db) => updateKey(db, key, { policy }));
    return {};
  },

  GetSecretPolicy: async (request, { kms }) => {
    checkPolicyName(request);
    const { policy } = await kms.secrets.find(request.SecretName, 'GetSecretPolicy');
    return policyDocumentResponse(policy, kms.identity, 'secret');
  },

  SetSecretPolicy: async (request, { kms }) => {
    checkPolicyName(request);
    const { Policy: policy } = request;
    checkPolicy('Policy', policy);
    await kms.secrets.change(request.SecretName, 'SetSecretPolicy', (secret, db) =>
      updateSecret(db, secret, { policy, updated_at: kms.clock.now() }),
    );
    return {};
  },
} satisfies Partial<PublicHandlers>;

/** The policy of a new key or secret; null: the default one. */
export function policyDocument(policy: string | undefined): string | null {
  if (policy !== undefined) checkPolicy('Policy', policy);
  return policy ?? null;
}

/** A key or secret has only one policy, with this name. */
function checkPolicyName({ PolicyName: name }: { PolicyName?: string }): void {
  if (name !== undefined && name !== 'default') throw invalidParameter('PolicyName', 'it must be default');
}

const policyDocumentResponse = (policy: string | null, identity: Identity, type: 'key' | 'secret') => ({
  Policy: policy ?? JSON.stringify(defaultPolicy(identity.accountId, type)),
});

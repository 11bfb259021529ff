import { checkPolicy, defaultPolicy } from '../../access/ram-policy.js';
import { invalidParameter } from '../../service-error.js';
import { optionalText, text } from '../parameters.js';
import type { Identity, Parameters } from '../types.js';

/** Policy, as a key or secret keeps it. */
export function policyDocument(parameters: Parameters): string {
  const policy = text(parameters, 'Policy');
  checkPolicy('Policy', policy);
  return policy;
}

/** Null when none is given. */
export const optionalPolicyDocument = (parameters: Parameters): string | null =>
  optionalText(parameters, 'Policy') === undefined ? null : policyDocument(parameters);

/** There is one policy on a key or secret, and this is its name. */
export function checkPolicyName(parameters: Parameters): void {
  const name = optionalText(parameters, 'PolicyName');
  if (name !== undefined && name !== 'default') throw invalidParameter('PolicyName', 'it must be default');
}

export const policyDocumentAnswer = (policy: string | null, identity: Identity, type: 'key' | 'secret') => ({
  Policy: policy ?? JSON.stringify(defaultPolicy(identity.accountId, type)),
});

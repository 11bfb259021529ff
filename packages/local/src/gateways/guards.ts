import { policyApis } from 'alibabacloud-kms-sdk/internal';
import type { ConditionValues } from '../access/ram-conditions.js';
import { decide } from '../access/ram-policy.js';
import type { Guard } from '../guard.js';
import { arn } from '../keys/key-ids.js';
import type { Identity, Kms } from '../kms.js';
import { ServiceError } from '../service-error.js';

/**
 * The KMS as one caller sees it: `guard` checks every key and secret before a handler gets it.
 *
 * @param encryptionKeys checks the keys that secrets are encrypted with
 */
export const guarded = (kms: Kms, guard: Guard, encryptionKeys?: Guard): Kms => ({
  ...kms,
  keys: kms.keys.guardedBy(guard),
  secrets: kms.secrets.guardedBy(guard, encryptionKeys && kms.keys.guardedBy(encryptionKeys)),
});

/** A guard that requires all of these guards to allow the call. */
export const allOf =
  (...guards: readonly Guard[]): Guard =>
  (resource, action) => {
    for (const guard of guards) guard(resource, action);
  };

/**
 * The guard for an AccessKey. All AccessKeys here belong to the account itself, and all its roles may do what it may:
 * everything, except what the policy of a key or secret denies or does not allow. Lists show everything, and the keys that
 * secrets are encrypted with are not checked.
 *
 * @param principal ARN of the caller; default: the account
 * @param valuesOf values of the request for conditions
 */
export const accountGuard =
  (
    identity: Identity,
    { principal = `acs:ram::${identity.accountId}:root`, valuesOf = () => [] }: PolicyCaller = {},
  ): Guard =>
  ({ type, id, policy, tags = [] }, api) => {
    if (policy === null || policyApis.has(api)) return;
    const action = `kms:${api}`;
    const resource = arn(identity, `${type}/${id}`);
    const decision = decide(JSON.parse(policy), { principal, action, resource, valuesOf: withTags(tags, valuesOf) });
    if (decision === 'Allow') return;
    throw new ServiceError(type === 'key' ? 'Forbidden.ProhibitedByKeyPolicy' : 'Forbidden.NoPermission', {
      denial: { action, noPermissionType: decision },
    });
  };

interface PolicyCaller {
  principal?: string;
  valuesOf?: ConditionValues;
}

const tagPrefix = 'kms:tag/';

const withTags =
  (tags: readonly { key: string; value: string }[], valuesOf: ConditionValues): ConditionValues =>
  (key) =>
    key.startsWith(tagPrefix)
      ? tags.filter((tag) => tag.key === key.slice(tagPrefix.length)).map(({ value }) => value)
      : valuesOf(key);

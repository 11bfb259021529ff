import type { Identity } from '../kms.js';

/** Placeholder for the initial instance of a KMS, whose id differs for each KMS. */
export const ownInstance = '{{instanceId}}';
const account = '{{accountId}}';
const region = '{{regionId}}';

/** The id in this KMS of an instance in a seed. */
export const instanceIdOf = (instance: string, { instanceId }: Identity): string =>
  instance === ownInstance ? instanceId : instance;

/** The name in a seed of an instance in this KMS. */
export const instanceName = (id: string, { instanceId }: Identity): string => (id === instanceId ? ownInstance : id);

/** A policy with the identity of this KMS filled in. */
export const policyText = (policy: object, { accountId, regionId }: Identity): string =>
  JSON.stringify(policy, (_name, value) =>
    typeof value === 'string' ? value.replaceAll(account, accountId).replaceAll(region, regionId) : value,
  );

/** A policy of this KMS with placeholders for its identity, so that any KMS can load it. */
export const portablePolicy = (policy: string, { accountId, regionId }: Identity): Record<string, unknown> =>
  JSON.parse(policy, (_name, value) =>
    typeof value === 'string'
      ? value
          .replaceAll(`acs:kms:${regionId}:${accountId}:`, `acs:kms:${region}:${account}:`)
          .replaceAll(accountId, account)
      : value,
  );

import type { Identity } from '../kms.js';

/** Stands for the instance that a KMS has from its start, which each KMS calls differently. */
export const ownInstance = '{{instanceId}}';
const account = '{{accountId}}';
const region = '{{regionId}}';

/** What this KMS calls an instance of a seed. */
export const instanceIdOf = (instance: string, { instanceId }: Identity): string =>
  instance === ownInstance ? instanceId : instance;

/** What a seed calls an instance of this KMS. */
export const instanceName = (id: string, { instanceId }: Identity): string => (id === instanceId ? ownInstance : id);

/** A policy as this KMS keeps it. */
export const policyText = (policy: object, { accountId, regionId }: Identity): string =>
  JSON.stringify(policy, (_name, value) =>
    typeof value === 'string' ? value.replaceAll(account, accountId).replaceAll(region, regionId) : value,
  );

/** A policy of this KMS as any KMS can keep it. */
export const portablePolicy = (policy: string, { accountId, regionId }: Identity): Record<string, unknown> =>
  JSON.parse(policy, (_name, value) =>
    typeof value === 'string'
      ? value
          .replaceAll(`acs:kms:${regionId}:${accountId}:`, `acs:kms:${region}:${account}:`)
          .replaceAll(accountId, account)
      : value,
  );

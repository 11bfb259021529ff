import { clientKeyPermissions, permissions } from 'alibabacloud-kms-sdk/internal';
import type { Guard, GuardedResource } from '../guard.js';
import { ServiceError } from '../service-error.js';
import type { Database } from '../store/schema.js';
import { AddressList } from './address-list.js';

/** An API that a client key can call. */
export type ClientKeyApi = keyof typeof clientKeyPermissions;

/** The permissions of one policy of an access point. */
export interface AccessRule {
  permissions: ReadonlySet<string>;
  /** `key/<id>`, `secret/<name>`, `key/*`, `secret/*` */
  resources: ReadonlySet<string>;
  /** Where calls must come from; undefined: anywhere. */
  networks?: AddressList;
}

/** The rules of an access point for an instance; none if the instance was released. */
export async function loadRules(db: Database, accessPoint: string, instanceId: string): Promise<AccessRule[]> {
  const policies = await db
    .selectFrom('access_point_policies')
    .innerJoin('policies', 'policies.name', 'access_point_policies.policy')
    .innerJoin('instances', (join) => join.on('instances.id', '=', instanceId).on('released_at', 'is', null))
    .select(['policies.name', 'policies.permissions', 'policies.resources'])
    .where('access_point_policies.access_point', '=', accessPoint)
    .where(({ or, eb }) => or([eb('policies.instance_id', 'is', null), eb('policies.instance_id', '=', instanceId)]))
    .execute();
  return Promise.all(
    policies.map(async ({ name, permissions, resources }) => ({
      permissions: new Set<string>(JSON.parse(permissions)),
      resources: new Set<string>(JSON.parse(resources)),
      networks: await loadNetworks(db, name),
    })),
  );
}

async function loadNetworks(db: Database, policy: string): Promise<AddressList | undefined> {
  const rules = await db
    .selectFrom('policy_network_rules')
    .innerJoin('network_rules', 'network_rules.name', 'policy_network_rules.network_rule')
    .select('network_rules.source_private_ip')
    .where('policy_network_rules.policy', '=', policy)
    .execute();
  if (rules.length === 0) return undefined;
  return new AddressList(rules.flatMap(({ source_private_ip }): string[] => JSON.parse(source_private_ip)));
}

/**
 * Returns a guard for a caller at this address. It allows everything that its policies allow, each in its own networks.
 *
 * @param api of the instance gateway; refused at once if no policy has the permission that it needs
 * @throws ServiceError Forbidden.NoPermission, now or later by the guard
 */
export function guardOf(rules: readonly AccessRule[], api: ClientKeyApi, remoteAddress: string): Guard {
  const here = rules.filter(({ networks }) => networks?.has(remoteAddress) ?? true);
  const permitting = (type: GuardedResource['type']) => here.filter((rule) => rule.permissions.has(permissions[type]));
  if (permitting(clientKeyPermissions[api]).length === 0) throw refusal(api);
  return ({ type, id }) => {
    const allowed = permitting(type).some(
      ({ resources }) => resources.has(`${type}/*`) || resources.has(`${type}/${id}`),
    );
    if (!allowed) throw refusal(api);
  };
}

/** The error for a call that no policy of an access point allows. Such policies cannot deny explicitly. */
export const refusal = (api: string): ServiceError =>
  new ServiceError('Forbidden.NoPermission', {
    denial: { action: `kms:${api}`, noPermissionType: 'ImplicitDeny' },
  });

import { isDeepStrictEqual } from 'node:util';
import { permissions } from 'alibabacloud-kms-sdk/internal';
import { accessKeyContext } from '../access/access-keys.js';
import { bindVpcsOf, connectionOf, type Instance } from '../instances/instances.js';
import type { Identity, Kms } from '../kms.js';
import type { Database } from '../store/schema.js';
import { timeOrNothing } from './export-keys.js';
import { defined, grouped, some, unless } from './exporting.js';
import { instanceName, ownInstance } from './placeholders.js';
import { formatTime } from './shapes.js';
import type { SeedAccess, SeedAccessKey, SeedInstance, SeedPolicy } from './types.js';

export async function exportAccessKeys({ store }: Kms, db: Database): Promise<SeedAccessKey[]> {
  const rows = await db.selectFrom('access_keys').selectAll().execute();
  // Database engines sort text differently.
  rows.sort((one, other) => one.created_at - other.created_at || (one.id < other.id ? -1 : 1));
  return rows.map(({ id, sealed_secret: sealed, created_at }) => ({
    id,
    secret: Buffer.from(store.open(accessKeyContext(id), sealed)).toString(),
    createdAt: formatTime(created_at),
  }));
}

export async function exportAccess({ identity }: Kms, db: Database): Promise<SeedAccess | undefined> {
  const networkRules = await db.selectFrom('network_rules').selectAll().orderBy('seq').execute();
  const accessPoints = await db.selectFrom('access_points').selectAll().orderBy('seq').execute();
  const links = await db.selectFrom('access_point_policies').selectAll().orderBy('seq').execute();
  const policiesOf = grouped(links, ({ access_point }) => access_point);
  const clientKeys = await db.selectFrom('client_keys').selectAll().orderBy('seq').execute();
  const access = defined<SeedAccess>({
    networkRules: some(
      networkRules.map(({ name, description, source_private_ip }) =>
        defined({
          name,
          description: unless(description, ''),
          addresses: some(JSON.parse(source_private_ip) as string[]),
        }),
      ),
    ),
    policies: some(await exportPolicies(identity, db)),
    accessPoints: some(
      accessPoints.map(({ name, description }) =>
        defined({
          name,
          description: unless(description, ''),
          policies: policiesOf.get(name)?.map(({ policy }) => policy),
        }),
      ),
    ),
    clientKeys: some(
      clientKeys.map(({ id, access_point, certificate_pem, not_before, not_after, created_at }) => ({
        id,
        accessPoint: access_point,
        certificate: certificate_pem,
        notBefore: formatTime(not_before),
        notAfter: formatTime(not_after),
        createdAt: formatTime(created_at),
      })),
    ),
  });
  return Object.keys(access).length > 0 ? access : undefined;
}

async function exportPolicies(identity: Identity, db: Database): Promise<SeedPolicy[]> {
  const policies = await db.selectFrom('policies').selectAll().orderBy('seq').execute();
  const links = await db.selectFrom('policy_network_rules').selectAll().orderBy('seq').execute();
  const networkRulesOf = grouped(links, ({ policy }) => policy);
  return policies.map((policy) => {
    const permitted: string[] = JSON.parse(policy.permissions);
    return defined({
      name: policy.name,
      description: unless(policy.description, ''),
      instance: policy.instance_id === null ? undefined : instanceName(policy.instance_id, identity),
      permissions: isDeepStrictEqual(permitted, Object.values(permissions)) ? undefined : permitted,
      resources: JSON.parse(policy.resources),
      networkRules: networkRulesOf.get(policy.name)?.map(({ network_rule }) => network_rule),
    });
  });
}

/** Includes the KMS's initial instance: another KMS creates its own with different dates. */
export async function exportInstances({ identity }: Kms, db: Database): Promise<SeedInstance[]> {
  const rows = await db.selectFrom('instances').selectAll().orderBy('seq').execute();
  // In every KMS, it is older than any other.
  const own = rows.filter(({ id }) => instanceName(id, identity) === ownInstance);
  return [...own, ...rows.filter((row) => !own.includes(row))].map((row) => exportInstance(row, identity));
}

function exportInstance(row: Instance, identity: Identity): SeedInstance {
  const vpcs = bindVpcsOf(row).map(({ VpcId, VSwitchId, RegionId, VpcOwnerId }) => ({
    vpcId: VpcId,
    vSwitchId: VSwitchId,
    regionId: RegionId,
    vpcOwnerId: VpcOwnerId,
  }));
  return defined({
    id: instanceName(row.id, identity),
    createdAt: formatTime(row.created_at),
    connection: connectionOf(row),
    bindVpcs: some(vpcs),
    deletionProtection: row.deletion_protection === 1 || undefined,
    deletionProtectionDescription: unless(row.deletion_protection_description, ''),
    releasedAt: timeOrNothing(row.released_at),
  });
}

import type { Selectable } from 'kysely';
import type { BindVpc } from '../instances/instances.js';
import type { InstanceTable } from '../store/schema.js';
import type { Loading } from './loading.js';
import { instanceIdOf } from './placeholders.js';
import { insertRows } from './rows.js';
import type { SeedInstance } from './types.js';

type Row = Omit<Selectable<InstanceTable>, 'seq'>;

export async function loadInstances(loading: Loading, entries: readonly SeedInstance[] | undefined): Promise<void> {
  const { db, report } = loading;
  const { identity } = loading.kms;
  const list = { entries, path: 'instances', nameOf: ({ id }: SeedInstance) => instanceIdOf(id, identity) };
  const added = await loading.missing('instances', list, 'instances', 'id');
  await insertRows(
    db,
    'instances',
    added.map(({ entry, path }) => instanceRow(loading, entry, path, loading.now)),
  );

  const { instanceId } = identity;
  const index = entries?.findIndex(({ id }) => instanceIdOf(id, identity) === instanceId) ?? -1;
  const own = entries?.[index];
  if (!own || !report.left.instances.includes(instanceId)) return;
  const { seq, ...row } = await db
    .selectFrom('instances')
    .selectAll()
    .where('id', '=', instanceId)
    .executeTakeFirstOrThrow();
  const wanted = instanceRow(loading, own, `instances[${index}]`, row.created_at);
  if (!isAsMade(row) || isSame(row, wanted)) return;
  await db.updateTable('instances').set(wanted).where('seq', '=', seq).execute();
  report.left.instances = report.left.instances.filter((id) => id !== instanceId);
  report.added.instances.push(instanceId);
}

/** Whether an instance is unchanged since the start, when it has nothing. */
const isAsMade = (row: Row): boolean =>
  row.bind_vpcs === '[]' && row.connection === null && row.deletion_protection === 0 && row.released_at === null;

const isSame = (one: Row, other: Row): boolean =>
  (Object.keys(other) as (keyof Row)[]).every((column) => one[column] === other[column]);

function instanceRow(loading: Loading, instance: SeedInstance, path: string, usualCreatedAt: number): Row {
  const { connection, bindVpcs = [] } = instance;
  const vpcs = bindVpcs.map(
    ({ vpcId, vSwitchId, regionId, vpcOwnerId }): BindVpc => ({
      VpcId: vpcId,
      VSwitchId: vSwitchId,
      RegionId: regionId,
      VpcOwnerId: vpcOwnerId,
    }),
  );
  return {
    id: instanceIdOf(instance.id, loading.kms.identity),
    created_at: loading.timeOr(instance.createdAt, `${path}.createdAt`, usualCreatedAt),
    bind_vpcs: JSON.stringify(vpcs),
    connection: connection ? JSON.stringify(connection) : null,
    deletion_protection: instance.deletionProtection ? 1 : 0,
    deletion_protection_description: instance.deletionProtectionDescription ?? '',
    released_at: loading.timeOr(instance.releasedAt, `${path}.releasedAt`, null),
  };
}

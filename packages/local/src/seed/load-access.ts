import { X509Certificate } from 'node:crypto';
import { permissions } from 'alibabacloud-kms-sdk/internal';
import { accessKeyContext } from '../access/access-keys.js';
import type { Schema } from '../store/schema.js';
import type { Entry, Loading } from './loading.js';
import { instanceIdOf } from './placeholders.js';
import { existing, insertRows } from './rows.js';
import { wrong } from './seed-error.js';
import type { SeedAccess, SeedAccessKey, SeedClientKey } from './types.js';

const nameOf = ({ name }: { name: string }): string => name;
const idOf = ({ id }: { id: string }): string => id;

export async function loadAccessKeys(loading: Loading, entries: readonly SeedAccessKey[] | undefined): Promise<void> {
  const list = { entries, path: 'accessKeys', nameOf: idOf };
  const added = await loading.missing('accessKeys', list, 'access_keys', 'id');
  const rows = added.map(({ entry: { id, secret, createdAt }, path }) => ({
    id,
    sealed_secret: loading.kms.store.seal(accessKeyContext(id), Buffer.from(secret)),
    created_at: loading.timeOr(createdAt, `${path}.createdAt`, loading.now),
  }));
  await insertRows(loading.db, 'access_keys', rows);
}

export async function loadAccess(loading: Loading, access: SeedAccess = {}): Promise<void> {
  await loadNetworkRules(loading, access);
  await loadPolicies(loading, access);
  await loadAccessPoints(loading, access);
  await loadClientKeys(loading, access);
}

async function loadNetworkRules(loading: Loading, { networkRules: entries }: SeedAccess): Promise<void> {
  const list = { entries, path: 'access.networkRules', nameOf };
  const added = await loading.missing('networkRules', list, 'network_rules', 'name');
  const rows = added.map(({ entry: { name, description = '', addresses = [] } }) => ({
    name,
    type: 'Private',
    description,
    source_private_ip: JSON.stringify(addresses),
  }));
  await insertRows(loading.db, 'network_rules', rows);
}

async function loadPolicies(loading: Loading, { policies: entries }: SeedAccess): Promise<void> {
  const { db } = loading;
  const { identity } = loading.kms;
  const added = await loading.missing('policies', { entries, path: 'access.policies', nameOf }, 'policies', 'name');
  const rows = added.map(({ entry }) => ({
    name: entry.name,
    description: entry.description ?? '',
    instance_id: entry.instance === undefined ? null : instanceIdOf(entry.instance, identity),
    permissions: JSON.stringify(entry.permissions ?? Object.values(permissions)),
    resources: JSON.stringify(entry.resources),
  }));
  await checkThere(loading, 'instances', 'id', added, 'instance', ({ instance }) =>
    instance === undefined ? [] : [instanceIdOf(instance, identity)],
  );
  await checkThere(loading, 'network_rules', 'name', added, 'networkRules', ({ networkRules = [] }) => networkRules);
  await insertRows(db, 'policies', rows);
  const links = added.flatMap(({ entry: { name: policy, networkRules = [] } }) =>
    networkRules.map((network_rule) => ({ policy, network_rule })),
  );
  await insertRows(db, 'policy_network_rules', links);
}

async function loadAccessPoints(loading: Loading, { accessPoints: entries }: SeedAccess): Promise<void> {
  const { db } = loading;
  const list = { entries, path: 'access.accessPoints', nameOf };
  const added = await loading.missing('accessPoints', list, 'access_points', 'name');
  await checkThere(loading, 'policies', 'name', added, 'policies', ({ policies = [] }) => policies);
  const rows = added.map(({ entry: { name, description = '' } }) => ({
    name,
    authentication_method: 'ClientKey',
    description,
  }));
  await insertRows(db, 'access_points', rows);
  const links = added.flatMap(({ entry: { name: access_point, policies = [] } }) =>
    policies.map((policy) => ({ access_point, policy })),
  );
  await insertRows(db, 'access_point_policies', links);
}

async function loadClientKeys(loading: Loading, { clientKeys: entries }: SeedAccess): Promise<void> {
  const list = { entries, path: 'access.clientKeys', nameOf: idOf };
  const added = await loading.missing('clientKeys', list, 'client_keys', 'id');
  await checkThere(loading, 'access_points', 'name', added, 'accessPoint', ({ accessPoint }) => [accessPoint]);
  await insertRows(
    loading.db,
    'client_keys',
    added.map((entry) => clientKeyRow(loading, entry)),
  );
}

function clientKeyRow(loading: Loading, { entry, path }: Entry<SeedClientKey>) {
  const certificate = new X509Certificate(entry.certificate);
  const { notBefore, notAfter, createdAt } = entry;
  const from = loading.timeOr(notBefore, `${path}.notBefore`, new Date(certificate.validFrom).getTime());
  const to = loading.timeOr(notAfter, `${path}.notAfter`, new Date(certificate.validTo).getTime());
  if (to <= from) throw wrong(`${path}.notAfter`, 'it must be after notBefore');
  return {
    id: entry.id,
    access_point: entry.accessPoint,
    certificate_pem: certificate.toString(),
    not_before: from,
    not_after: to,
    created_at: loading.timeOr(createdAt, `${path}.createdAt`, loading.now),
  };
}

/** @throws SeedError for the first entry that refers to something that is neither in the seed nor in the KMS */
async function checkThere<T>(
  { db }: Loading,
  table: keyof Schema,
  column: string,
  entries: readonly Entry<T>[],
  field: keyof T & string,
  referencesOf: (entry: T) => readonly string[],
): Promise<void> {
  const references = entries.flatMap(({ entry, path }) => referencesOf(entry).map((name) => ({ name, path })));
  const there = await existing(db, table, column, [...new Set(references.map(({ name }) => name))]);
  for (const { name, path } of references) {
    if (!there.has(name)) throw wrong(`${path}.${field}`, `there is no ${JSON.stringify(name)}`);
  }
}

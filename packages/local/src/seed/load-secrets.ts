import { randomBytes } from 'node:crypto';
import { type KeySpec, limits } from 'alibabacloud-kms-sdk/internal';
import type { Insertable } from 'kysely';
import { dataKeyContext } from '../keys/managed-data-keys.js';
import { formatInterval, parseInterval } from '../keys/rotation.js';
import { alphabets, randomText } from '../random-text.js';
import { secretDataContext } from '../secrets/secret-service.js';
import type { DataKeyVersionTable, SecretStageTable, SecretTable, SecretVersionTable } from '../store/schema.js';
import { withStages } from './check-secrets.js';
import { tagRows } from './load-keys.js';
import type { Entry, Loading } from './loading.js';
import { instanceIdOf, policyText } from './placeholders.js';
import { inChunks, insertRows } from './rows.js';
import { wrong } from './seed-error.js';
import { isSymmetricSpec } from './shapes.js';
import type { SeedDataKey, SeedSecret } from './types.js';

interface EncryptionKey {
  id: string;
  spec: KeySpec;
  instance_id: string | null;
}

export async function loadSecrets(loading: Loading, entries: readonly SeedSecret[] | undefined): Promise<void> {
  const { db } = loading;
  const list = { entries, path: 'secrets', nameOf: ({ name }: SeedSecret) => name };
  const secrets = await loading.missing('secrets', list, 'secrets', 'name');
  if (secrets.length === 0) return;
  const keys = await encryptionKeys(loading, secrets);
  const rows = secrets.map((secret) => secretRow(loading, secret, keys));
  await insertRows(db, 'secrets', rows);
  const versions = secrets.flatMap((secret, index) =>
    versionRows(loading, secret, rows[index]?.created_at ?? loading.now),
  );
  await insertRows(db, 'secret_versions', versions);
  await insertRows(
    db,
    'secret_stages',
    secrets.flatMap(({ entry }) => stageRows(entry)),
  );
  await insertRows(
    db,
    'tags',
    secrets.flatMap(({ entry }) => tagRows('secret', entry.name, entry.tags)),
  );
}

/** The keys that secrets refer to, by id and by alias. */
async function encryptionKeys(
  { db }: Loading,
  secrets: readonly Entry<SeedSecret>[],
): Promise<ReadonlyMap<string, EncryptionKey>> {
  const references = new Set(
    secrets.flatMap(({ entry }) => (entry.encryptionKeyDeleted ? [] : (entry.encryptionKey ?? []))),
  );
  const [aliases, ids] = [[...references].filter(isAlias), [...references].filter((name) => !isAlias(name))];
  const columns = ['keys.id', 'keys.spec', 'keys.instance_id'] as const;
  const byId = await inChunks(ids, (some) => db.selectFrom('keys').select(columns).where('id', 'in', some).execute());
  const byAlias = await inChunks(aliases, (some) =>
    db
      .selectFrom('aliases')
      .innerJoin('keys', 'keys.id', 'aliases.key_id')
      .select([...columns, 'aliases.name'])
      .where('aliases.name', 'in', some)
      .execute(),
  );
  return new Map([
    ...byId.map((key): [string, EncryptionKey] => [key.id, key]),
    ...byAlias.map(({ name, ...key }): [string, EncryptionKey] => [name, key]),
  ]);
}

const isAlias = (reference: string): boolean => reference.startsWith('alias/');

function secretRow(
  loading: Loading,
  { entry: secret, path }: Entry<SeedSecret>,
  keys: ReadonlyMap<string, EncryptionKey>,
): Insertable<SecretTable> {
  const { identity } = loading.kms;
  const createdAt = loading.timeOr(secret.createdAt, `${path}.createdAt`, loading.now);
  return {
    name: secret.name,
    type: secret.type ?? 'Generic',
    description: secret.description ?? '',
    ...placeOf(loading, { entry: secret, path }, keys),
    extended_config: secret.extendedConfig ? JSON.stringify(secret.extendedConfig) : null,
    policy: secret.policy ? policyText(secret.policy, identity) : null,
    created_at: createdAt,
    updated_at: loading.timeOr(secret.updatedAt, `${path}.updatedAt`, createdAt),
    delete_at: loading.timeOr(secret.deleteAt, `${path}.deleteAt`, null),
    ...rotationOf(loading, secret, path),
  };
}

function placeOf(
  { kms: { identity } }: Loading,
  { entry: { encryptionKey: reference, encryptionKeyDeleted, instance }, path }: Entry<SeedSecret>,
  keys: ReadonlyMap<string, EncryptionKey>,
): Pick<Insertable<SecretTable>, 'encryption_key_id' | 'instance_id'> {
  const instanceId = typeof instance === 'string' ? instanceIdOf(instance, identity) : instance;
  if (reference === undefined) {
    return { encryption_key_id: null, instance_id: instanceId === undefined ? identity.instanceId : instanceId };
  }
  if (encryptionKeyDeleted) return { encryption_key_id: reference, instance_id: instanceId ?? null };
  const key = keys.get(reference);
  const where = `${path}.encryptionKey`;
  if (!key) throw wrong(where, `there is no key ${reference}`);
  if (!isSymmetricSpec(key.spec)) throw wrong(where, `the key must be symmetric, ${reference} is of ${key.spec}`);
  if (instanceId !== undefined && instanceId !== key.instance_id) {
    throw wrong(`${path}.instance`, `the encryption key is in ${key.instance_id ?? 'no instance'}`);
  }
  return { encryption_key_id: key.id, instance_id: key.instance_id };
}

function rotationOf(loading: Loading, { rotation = {} }: SeedSecret, path: string) {
  const { interval, enabled = interval !== undefined, nextAt, lastAt } = rotation;
  const intervalMs = interval === undefined ? undefined : (parseInterval(interval) as number);
  return {
    rotation_interval: intervalMs === undefined ? null : formatInterval(intervalMs),
    automatic_rotation: enabled ? 1 : 0,
    next_rotation_at: enabled
      ? loading.timeOr(nextAt, `${path}.rotation.nextAt`, loading.now + (intervalMs as number))
      : null,
    last_rotated_at: loading.timeOr(lastAt, `${path}.rotation.lastAt`, null),
  };
}

function versionRows(
  loading: Loading,
  { entry: { name, versions }, path }: Entry<SeedSecret>,
  usualCreatedAt: number,
): Insertable<SecretVersionTable>[] {
  return versions.map(({ id, data, dataBase64, createdAt }, index) => ({
    secret_name: name,
    version_id: id,
    data_type: data === undefined ? 'binary' : 'text',
    sealed_data: loading.kms.store.seal(secretDataContext(name, id), Buffer.from(data ?? (dataBase64 as string))),
    created_at: loading.timeOr(createdAt, `${path}.versions[${index}].createdAt`, usualCreatedAt),
  }));
}

const stageRows = ({ name, versions }: SeedSecret): Insertable<SecretStageTable>[] =>
  withStages(versions).flatMap(({ id, stages = [] }) =>
    stages.map((stage) => ({ secret_name: name, stage, version_id: id })),
  );

export async function loadDataKeys(loading: Loading, entries: readonly SeedDataKey[] | undefined): Promise<void> {
  const list = { entries, path: 'dataKeys', nameOf: ({ name }: SeedDataKey) => name };
  const added = await loading.missing('dataKeys', list, 'data_key_versions', 'data_key_name');
  const rows = added.flatMap(({ entry: { name, versions }, path }) =>
    versions.map(({ id = randomText(alphabets.lettersAndDigits, 8), material, createdAt }, index) => {
      const bytes = material === undefined ? randomBytes(limits.dataKeyDefaultBytes) : Buffer.from(material, 'base64');
      return {
        data_key_name: name,
        id,
        sealed_material: loading.kms.store.seal(dataKeyContext(name, id), bytes),
        created_at: loading.timeOr(createdAt, `${path}.versions[${index}].createdAt`, loading.now),
      } satisfies Insertable<DataKeyVersionTable>;
    }),
  );
  await insertRows(loading.db, 'data_key_versions', rows);
}

import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { fingerprintContext, fingerprintOf } from '../keys/key-import.js';
import { materialContext } from '../keys/key-service.js';
import { generateMaterial } from '../keys/material.js';
import { formatInterval, parseInterval } from '../keys/rotation.js';
import type { AliasTable, Database, KeyTable, KeyVersionTable, TagTable } from '../store/schema.js';
import type { Store } from '../store/store.js';
import { withDefaults } from './check-keys.js';
import type { Entry, Loading } from './loading.js';
import { materialBytes } from './material-text.js';
import { instanceIdOf, ownInstance, policyText } from './placeholders.js';
import { existing, insertRows } from './rows.js';
import { wrong } from './seed-error.js';
import type { SeedKey, SeedKeyVersion } from './types.js';

/** New material by key and index of its version. */
export type NewMaterials = ReadonlyMap<string, Uint8Array>;

const materialName = (key: SeedKey, version: number): string => `${key.id}/${version}`;

/** Generates material for new keys that the seed gives none. RSA keys take long, so this must not hold a transaction. */
export async function newMaterials(db: Database, keys: readonly SeedKey[] = []): Promise<NewMaterials> {
  const there = await existing(
    db,
    'keys',
    'id',
    keys.map(({ id }) => id),
  );
  const wanted = keys.filter(({ id }) => !there.has(id)).map((key) => ({ key, ...withDefaults(key) }));
  const made = wanted.flatMap(({ key, spec, origin, versions }) =>
    versions.map(async ({ material }, index): Promise<[string, Uint8Array][]> => {
      if (material !== undefined || origin === 'EXTERNAL') return [];
      return [[materialName(key, index), await generateMaterial(spec)]];
    }),
  );
  return new Map((await Promise.all(made)).flat());
}

export async function loadKeys(
  loading: Loading,
  entries: readonly SeedKey[] | undefined,
  materials: NewMaterials,
): Promise<void> {
  const { db } = loading;
  const keys = await loading.missing('keys', { entries, path: 'keys', nameOf: ({ id }) => id }, 'keys', 'id');
  await checkVersionIds(db, keys);
  const instances = await db.selectFrom('instances').select('id').where('released_at', 'is', null).execute();
  const instanceIds = new Set(instances.map(({ id }) => id));
  const versions: Insertable<KeyVersionTable>[] = [];
  const rows: Insertable<KeyTable>[] = [];
  for (const { entry, path } of keys) {
    const row = keyRow(loading, entry, path);
    if (row.instance_id !== null && !instanceIds.has(row.instance_id as string)) {
      throw wrong(`${path}.instance`, `there is no instance ${row.instance_id}, or it was released`);
    }
    const own = await versionRows(loading, { entry, path }, row.created_at, materials);
    const primary = own.at(-1) as Insertable<KeyVersionTable>;
    rows.push({ ...row, primary_version_id: primary.id, last_rotated_at: primary.created_at });
    versions.push(...own);
  }
  await insertRows(db, 'keys', rows);
  await insertRows(db, 'key_versions', versions);
  await insertRows(
    db,
    'tags',
    keys.flatMap(({ entry }) => tagRows('key', entry.id, entry.tags)),
  );
  await loadAliases(loading, keys);
}

/** The rows of a key's or secret's tags. */
export const tagRows = (
  type: TagTable['resource_type'],
  id: string,
  tags: Readonly<Record<string, string>> = {},
): Insertable<TagTable>[] =>
  Object.entries(tags).map(([key, value]) => ({
    resource_type: type,
    resource_id: id,
    tag_key: key,
    tag_value: value,
  }));

function keyRow(loading: Loading, key: SeedKey, path: string): Insertable<KeyTable> & { created_at: number } {
  const { spec, usage, origin, state } = withDefaults(key);
  const { instance = ownInstance, rotation } = key;
  const { identity } = loading.kms;
  const intervalMs = rotation && (parseInterval(rotation.interval) as number);
  const isRotated = intervalMs !== undefined && rotation?.enabled !== false;
  return {
    id: key.id,
    spec,
    usage,
    origin,
    protection_level: key.protectionLevel ?? 'SOFTWARE',
    state,
    description: key.description ?? '',
    creator: identity.accountId,
    created_at: loading.timeOr(key.createdAt, `${path}.createdAt`, loading.now),
    instance_id: instance === null ? null : instanceIdOf(instance, identity),
    delete_at: loading.timeOr(key.deleteAt, `${path}.deleteAt`, null),
    deletion_protection: key.deletionProtection ? 1 : 0,
    deletion_protection_description: key.deletionProtectionDescription ?? '',
    policy: key.policy ? policyText(key.policy, identity) : null,
    rotation_interval: intervalMs === undefined ? null : formatInterval(intervalMs),
    automatic_rotation: isRotated ? 1 : 0,
    next_rotation_at: isRotated
      ? loading.timeOr(rotation?.nextAt, `${path}.rotation.nextAt`, loading.now + intervalMs)
      : null,
    material_expires_at: loading.timeOr(key.materialExpiresAt, `${path}.materialExpiresAt`, null),
  };
}

async function versionRows(
  loading: Loading,
  { entry: key, path }: Entry<SeedKey>,
  usualCreatedAt: number,
  materials: NewMaterials,
): Promise<Insertable<KeyVersionTable>[]> {
  const { spec, origin, versions } = withDefaults(key);
  const { store } = loading.kms;
  const rows: Insertable<KeyVersionTable>[] = [];
  for (const [index, version] of versions.entries()) {
    const id = version.id ?? randomUUID();
    const isExternal = origin === 'EXTERNAL';
    const given = version.material === undefined ? undefined : materialBytes(spec, version.material);
    const made = isExternal ? null : (materials.get(materialName(key, index)) ?? null);
    const material = given ?? made ?? (isExternal ? null : await generateMaterial(spec));
    rows.push({
      id,
      key_id: key.id,
      sealed_material: material && store.seal(materialContext(id), material),
      sealed_fingerprint: isExternal ? sealedFingerprint(store, id, version, material) : null,
      created_at: loading.timeOr(version.createdAt, `${path}.versions[${index}].createdAt`, usualCreatedAt),
    });
  }
  return rows;
}

function sealedFingerprint(
  store: Store,
  id: string,
  { materialSha256 }: SeedKeyVersion,
  material: Uint8Array | null,
): Uint8Array | null {
  if (material === null && materialSha256 === undefined) return null;
  const fingerprint = material ? fingerprintOf(material) : Buffer.from(materialSha256 as string, 'hex');
  return store.seal(fingerprintContext(id), fingerprint);
}

/** Version ids must be unique, because ciphertexts find their key by them. */
async function checkVersionIds(db: Database, keys: readonly Entry<SeedKey>[]): Promise<void> {
  const given = keys.flatMap(({ entry, path }) =>
    (entry.versions ?? []).map(({ id }, index) => ({ id, path: `${path}.versions[${index}].id` })),
  );
  const ids = given.flatMap(({ id }) => id ?? []);
  const there = await existing(db, 'key_versions', 'id', ids);
  for (const { id, path } of given) {
    if (id !== undefined && there.has(id)) throw wrong(path, `${id} is a version of another key`);
  }
}

async function loadAliases(loading: Loading, keys: readonly Entry<SeedKey>[]): Promise<void> {
  const entries = keys.flatMap(({ entry: { id, aliases = [] } }) => aliases.map((name) => ({ name, key_id: id })));
  const list = { entries, path: '', nameOf: ({ name }: Insertable<AliasTable>) => name };
  const added = await loading.missing('aliases', list, 'aliases', 'name');
  await insertRows(
    loading.db,
    'aliases',
    added.map(({ entry }) => entry),
  );
}

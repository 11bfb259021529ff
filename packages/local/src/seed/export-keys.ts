import { defaultKeySpec } from 'alibabacloud-kms-sdk/internal';
import { fingerprintContext } from '../keys/key-import.js';
import type { Key } from '../keys/key-record.js';
import { type KeyVersion, materialContext } from '../keys/key-service.js';
import type { Identity, Kms } from '../kms.js';
import type { ResourceType } from '../store/kinds.js';
import type { Database } from '../store/schema.js';
import type { Store } from '../store/store.js';
import { withDefaults } from './check-keys.js';
import { defined, grouped, some, unless } from './exporting.js';
import { formatMaterial } from './material-text.js';
import { instanceName, ownInstance, portablePolicy } from './placeholders.js';
import { formatTime } from './shapes.js';
import type { SeedKey, SeedKeyRotation, SeedKeyVersion } from './types.js';

export async function exportKeys({ store, identity }: Kms, db: Database): Promise<SeedKey[]> {
  const keys = await db.selectFrom('keys').selectAll().orderBy('seq').execute();
  const versions = await db.selectFrom('key_versions').selectAll().orderBy('seq').execute();
  const versionsOf = grouped(versions, ({ key_id }) => key_id);
  const aliases = await db.selectFrom('aliases').selectAll().orderBy('seq').execute();
  const aliasesOf = grouped(aliases, ({ key_id }) => key_id);
  const tagsOf = await exportTags(db, 'key');
  return keys.map((key) =>
    defined({
      ...ownFields(key, identity),
      aliases: some(aliasesOf.get(key.id)?.map(({ name }) => name)),
      tags: tagsOf.get(key.id),
      createdAt: formatTime(key.created_at),
      materialExpiresAt: timeOrNothing(key.material_expires_at),
      versions: versionsOf.get(key.id)?.map((version) => exportVersion(store, key, version)),
    }),
  );
}

/** Tags by resource. */
export async function exportTags(db: Database, type: ResourceType): Promise<Map<string, Record<string, string>>> {
  const rows = await db.selectFrom('tags').selectAll().where('resource_type', '=', type).execute();
  // Database engines sort text differently.
  rows.sort((one, other) => (one.tag_key < other.tag_key ? -1 : 1));
  return new Map(
    [...grouped(rows, ({ resource_id }) => resource_id)].map(([id, tags]) => [
      id,
      Object.fromEntries(tags.map(({ tag_key, tag_value }) => [tag_key, tag_value])),
    ]),
  );
}

export const timeOrNothing = (ms: number | null): string | undefined => (ms === null ? undefined : formatTime(ms));

function ownFields(key: Key, identity: Identity): SeedKey {
  const { id, spec, origin, instance_id: instance } = key;
  const deleteAt = timeOrNothing(key.delete_at);
  // Defaults of such a key in a seed.
  const usual = withDefaults({ id, spec });
  return {
    id,
    spec: unless(spec, defaultKeySpec),
    usage: unless(key.usage, usual.usage),
    origin: unless(origin, usual.origin),
    instance: instance === null ? null : unless(instanceName(instance, identity), ownInstance),
    protectionLevel: unless(key.protection_level, 'SOFTWARE') as SeedKey['protectionLevel'],
    description: unless(key.description, ''),
    state: deleteAt === undefined && key.state === 'Disabled' ? key.state : undefined,
    deleteAt,
    deletionProtection: key.deletion_protection === 1 || undefined,
    deletionProtectionDescription: unless(key.deletion_protection_description, ''),
    rotation: exportRotation(key),
    policy: key.policy === null ? undefined : portablePolicy(key.policy, identity),
  };
}

function exportRotation(key: Key): SeedKeyRotation | undefined {
  if (key.rotation_interval === null) return undefined;
  return defined({
    interval: key.rotation_interval,
    enabled: key.automatic_rotation === 1 ? undefined : false,
    nextAt: timeOrNothing(key.next_rotation_at),
  });
}

function exportVersion(store: Store, key: Key, version: KeyVersion): SeedKeyVersion {
  const { id, sealed_material: material, sealed_fingerprint: fingerprint } = version;
  const remembers = material === null && fingerprint !== null;
  return defined({
    id,
    material: material ? formatMaterial(key.spec, store.open(materialContext(id), material)) : undefined,
    materialSha256: remembers
      ? Buffer.from(store.open(fingerprintContext(id), fingerprint)).toString('hex')
      : undefined,
    createdAt: unless(formatTime(version.created_at), formatTime(key.created_at)),
  });
}

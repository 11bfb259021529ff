import { dataKeyContext } from '../keys/managed-data-keys.js';
import type { Identity, Kms } from '../kms.js';
import type { Secret, SecretVersion } from '../secrets/secret-record.js';
import { secretDataContext } from '../secrets/secret-service.js';
import type { Database } from '../store/schema.js';
import type { Store } from '../store/store.js';
import { exportTags, timeOrNothing } from './export-keys.js';
import { defined, grouped, some, unless } from './exporting.js';
import { instanceName, portablePolicy } from './placeholders.js';
import { formatTime } from './shapes.js';
import type { SeedDataKey, SeedSecret, SeedSecretRotation, SeedSecretVersion } from './types.js';

export async function exportSecrets({ store, identity }: Kms, db: Database): Promise<SeedSecret[]> {
  const secrets = await db.selectFrom('secrets').selectAll().orderBy('seq').execute();
  const versions = await db.selectFrom('secret_versions').selectAll().orderBy('seq').execute();
  const versionsOf = grouped(versions, ({ secret_name }) => secret_name);
  const stages = await db.selectFrom('secret_stages').selectAll().execute();
  const stagesOf = grouped(stages, ({ secret_name, version_id }) => JSON.stringify([secret_name, version_id]));
  const tagsOf = await exportTags(db, 'secret');
  const keys = await db.selectFrom('keys').select('id').execute();
  const keyIds = new Set(keys.map(({ id }) => id));
  return secrets.map((secret) =>
    defined({
      ...ownFields(secret, identity, keyIds),
      tags: tagsOf.get(secret.name),
      rotation: exportRotation(secret),
      deleteAt: timeOrNothing(secret.delete_at),
      createdAt: formatTime(secret.created_at),
      updatedAt: unless(formatTime(secret.updated_at), formatTime(secret.created_at)),
      versions: (versionsOf.get(secret.name) ?? []).map((version) => {
        const onVersion = stagesOf.get(JSON.stringify([secret.name, version.version_id])) ?? [];
        return exportVersion(store, secret, version, onVersion.map(({ stage }) => stage).sort());
      }),
    }),
  );
}

function ownFields(secret: Secret, identity: Identity, keyIds: ReadonlySet<string>): Omit<SeedSecret, 'versions'> {
  const { encryption_key_id: keyId } = secret;
  const keyIsGone = keyId !== null && !keyIds.has(keyId);
  return {
    name: secret.name,
    type: unless(secret.type, 'Generic'),
    description: unless(secret.description, ''),
    encryptionKey: keyId ?? undefined,
    encryptionKeyDeleted: keyIsGone || undefined,
    instance: keyId === null || keyIsGone ? exportInstance(secret, identity) : undefined,
    extendedConfig: secret.extended_config === null ? undefined : JSON.parse(secret.extended_config),
    policy: secret.policy === null ? undefined : portablePolicy(secret.policy, identity),
  };
}

/** Omitted if loading finds the same: the initial instance for a secret without a key, none if the key is deleted. */
function exportInstance({ encryption_key_id: keyId, instance_id: id }: Secret, identity: Identity) {
  if (keyId === null && id === identity.instanceId) return undefined;
  if (id === null) return keyId === null ? null : undefined;
  return instanceName(id, identity);
}

function exportRotation(secret: Secret): SeedSecretRotation | undefined {
  const { rotation_interval: interval, last_rotated_at: lastAt } = secret;
  if (interval === null && lastAt === null) return undefined;
  return defined({
    interval: interval ?? undefined,
    enabled: interval === null || secret.automatic_rotation === 1 ? undefined : false,
    nextAt: timeOrNothing(secret.next_rotation_at),
    lastAt: timeOrNothing(lastAt),
  });
}

function exportVersion(store: Store, secret: Secret, version: SecretVersion, stages: string[]): SeedSecretVersion {
  const { version_id: id, data_type: type, sealed_data: sealed } = version;
  const data = Buffer.from(store.open(secretDataContext(secret.name, id), sealed)).toString();
  return defined({
    id,
    ...(type === 'text' ? { data } : { dataBase64: data }),
    stages: some(stages),
    createdAt: unless(formatTime(version.created_at), formatTime(secret.created_at)),
  });
}

export async function exportDataKeys({ store }: Kms, db: Database): Promise<SeedDataKey[]> {
  const rows = await db.selectFrom('data_key_versions').selectAll().orderBy('seq').execute();
  return [...grouped(rows, ({ data_key_name }) => data_key_name)].map(([name, versions]) => ({
    name,
    versions: versions.map(({ id, sealed_material: sealed, created_at }) => ({
      id,
      material: Buffer.from(store.open(dataKeyContext(name, id), sealed)).toString('base64'),
      createdAt: formatTime(created_at),
    })),
  }));
}

import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';
import { accessAndInstances } from './access-tables.js';
import type { Engine } from './engine.js';

/** Every change of the schema since the first version, applied in order of their names. Never edit a published one. */
export function migrations(engine: Engine): MigrationProvider {
  const all: Record<string, Migration> = {
    '0001-first-version': { up: (db) => firstVersion(db, engine) },
    '0002-managed-keys-and-secrets': { up: (db) => managedKeysAndSecrets(db, engine) },
    '0003-access-and-instances': { up: (db) => accessAndInstances(db, engine) },
    '0004-used-nonces': { up: (db) => usedNonces(db, engine) },
  };
  return { getMigrations: async () => all };
}

async function firstVersion(db: Kysely<unknown>, { blobType, sequenceType, sequenceColumn }: Engine): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('access_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('sealed_secret', blobType, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('keys')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('spec', 'text', (column) => column.notNull())
    .addColumn('usage', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('protection_level', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('creator', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('instance_id', 'text')
    .addColumn('primary_version_id', 'text')
    .addColumn('delete_at', 'bigint')
    .addColumn('deletion_protection', 'integer', (column) => column.notNull())
    .addColumn('deletion_protection_description', 'text', (column) => column.notNull())
    .addColumn('policy', 'text')
    .addColumn('rotation_interval', 'text')
    .addColumn('automatic_rotation', 'integer', (column) => column.notNull())
    .addColumn('last_rotated_at', 'bigint')
    .addColumn('next_rotation_at', 'bigint')
    .addColumn('material_expires_at', 'bigint')
    .execute();
  for (const column of ['delete_at', 'next_rotation_at', 'material_expires_at']) {
    await schema.createIndex(`keys_by_${column}`).on('keys').column(column).execute();
  }
  await schema
    .createTable('key_versions')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('key_id', 'text', (column) => column.notNull().references('keys.id').onDelete('cascade'))
    .addColumn('sealed_material', blobType)
    .addColumn('sealed_fingerprint', blobType)
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('key_versions_by_key').on('key_versions').columns(['key_id', 'seq']).execute();
  await schema
    .createTable('aliases')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('key_id', 'text', (column) => column.notNull().references('keys.id').onDelete('cascade'))
    .execute();
  await schema.createIndex('aliases_by_key').on('aliases').columns(['key_id', 'seq']).execute();
  await schema
    .createTable('tags')
    .addColumn('resource_type', 'text', (column) => column.notNull())
    .addColumn('resource_id', 'text', (column) => column.notNull())
    .addColumn('tag_key', 'text', (column) => column.notNull())
    .addColumn('tag_value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('tags_pk', ['resource_type', 'resource_id', 'tag_key'])
    .execute();

  await schema
    .createTable('secrets')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('encryption_key_id', 'text')
    .addColumn('instance_id', 'text')
    .addColumn('extended_config', 'text')
    .addColumn('policy', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('delete_at', 'bigint')
    .addColumn('rotation_interval', 'text')
    .addColumn('automatic_rotation', 'integer', (column) => column.notNull())
    .addColumn('last_rotated_at', 'bigint')
    .addColumn('next_rotation_at', 'bigint')
    .execute();
  await schema.createIndex('secrets_by_delete_at').on('secrets').column('delete_at').execute();
  await schema
    .createTable('secret_versions')
    .addColumn('seq', sequenceType, sequenceColumn)
    .addColumn('secret_name', 'text', (column) => column.notNull().references('secrets.name').onDelete('cascade'))
    .addColumn('version_id', 'text', (column) => column.notNull())
    .addColumn('data_type', 'text', (column) => column.notNull())
    .addColumn('sealed_data', blobType, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('secret_versions_unique', ['secret_name', 'version_id'])
    .execute();
  await schema
    .createTable('secret_stages')
    .addColumn('secret_name', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('version_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('secret_stages_pk', ['secret_name', 'stage'])
    .addForeignKeyConstraint(
      'secret_stages_version',
      ['secret_name', 'version_id'],
      'secret_versions',
      ['secret_name', 'version_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}

async function managedKeysAndSecrets({ schema }: Kysely<unknown>, engine: Engine): Promise<void> {
  await schema.createIndex('secrets_by_next_rotation_at').on('secrets').column('next_rotation_at').execute();
  await schema
    .createTable('data_key_versions')
    .addColumn('seq', engine.sequenceType, engine.sequenceColumn)
    .addColumn('data_key_name', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('sealed_material', engine.blobType, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('data_key_versions_unique', ['data_key_name', 'id'])
    .execute();
  await schema
    .createIndex('data_key_versions_by_name')
    .on('data_key_versions')
    .columns(['data_key_name', 'seq'])
    .execute();
}

/**
 * Unlogged: every call of the public gateway writes one, and a crash of the server loses only half an hour of nonces, not
 * data. A process with its own database keeps them in memory.
 */
async function usedNonces({ schema }: Kysely<unknown>, { isShared }: Engine): Promise<void> {
  if (!isShared) return;
  await schema
    .createTable('used_nonces')
    .modifyFront(sql`unlogged`)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}

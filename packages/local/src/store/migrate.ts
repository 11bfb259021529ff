import { isError } from 'alibabacloud-kms-sdk/internal';
import { DEFAULT_MIGRATION_TABLE, type Kysely, Migrator, sql } from 'kysely';
import type { Engine } from './engine.js';
import { migrations } from './migrations.js';
import { makeNewDatabase } from './new-database.js';
import { StorageError } from './storage-failure.js';
import { StoreError } from './store-error.js';

/**
 * Migrates the tables to this version: all changes or none, in one process at a time.
 *
 * @throws StoreError with `Store.Damaged` for tables of a later version or of something else
 */
export async function migrate<Tables>(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const provider = migrations(engine);
  if (await isCurrent(db, Object.keys(await provider.getMigrations()))) return;
  if (engine.newTables && (await makeNewDatabase(db, engine.newTables))) return;
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof StorageError) throw error;
  const why = isError(error) ? error.message : String(error);
  throw new StoreError('Store.Damaged', `the tables of ${engine.name} are not what this version can use: ${why}`, {
    cause: error,
  });
}

/** Checked first because it is fast, unlike looking for tables. */
async function isCurrent<Tables>(db: Kysely<Tables>, wanted: readonly string[]): Promise<boolean> {
  try {
    const query = sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`;
    const { rows } = await query.execute(db);
    return rows.map(({ name }) => name).join() === wanted.toSorted().join();
  } catch {
    // The table does not exist yet; the migrator will report any other error.
    return false;
  }
}

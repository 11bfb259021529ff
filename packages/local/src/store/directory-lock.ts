import { join } from 'node:path';
import { isError } from 'alibabacloud-kms-sdk/internal';
import Libsql from 'libsql';
import { makeEmptyFile } from './own-file.js';
import { StoreError } from './store-error.js';

/**
 * One process at a time works on a data directory: what it caches of it would otherwise be stale.
 * The lock is the operating system's, held through a database file of its own, so it ends with the process however that ends.
 *
 * @returns releases the lock
 * @throws StoreError with `Store.Unavailable`
 */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'lock');
  let database: Libsql.Database;
  try {
    makeEmptyFile(file);
    database = new Libsql(file);
  } catch (cause) {
    throw new StoreError('Store.Unavailable', `the data directory ${directory} cannot be written: ${text(cause)}`, {
      cause,
    });
  }
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw (cause as { code?: string }).code === 'SQLITE_BUSY'
      ? new StoreError('Store.Unavailable', `the data directory ${directory} is in use by another local KMS`, { cause })
      : new StoreError('Store.Unavailable', `the data directory ${directory} cannot be locked: ${text(cause)}`, {
          cause,
        });
  }
  return () => database.close();
}

const text = (error: unknown): string => (isError(error) ? error.message : String(error));

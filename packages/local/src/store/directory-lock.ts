import { join } from 'node:path';
import { isError } from 'alibabacloud-kms-sdk/internal';
import Libsql from 'libsql';
import { makeEmptyFile } from './own-file.js';
import { StoreError } from './store-error.js';

/**
 * Ensures that only one process uses a data directory: its caches would otherwise become stale.
 * The operating system holds the lock, through a separate database file, so it ends with the process in every case.
 *
 * @returns a function that releases the lock
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

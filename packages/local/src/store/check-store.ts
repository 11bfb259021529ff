import { randomUUID } from 'node:crypto';
import { Settings } from './settings.js';
import { StorageError } from './storage-failure.js';
import type { StoreHealth } from './storage-watch.js';
import type { Store } from './store.js';

/**
 * Whether a store can be read and written now. Tries a write only if the last one failed, so that a store that nobody
 * writes to because it failed is found to work again.
 */
export async function checkStore(store: Store): Promise<StoreHealth> {
  const readError = await trouble(store.db.selectFrom('settings').select('name').limit(1).execute());
  if (readError) return { canRead: false, canWrite: false, message: readError.message };
  if (!store.watch.error) return { canRead: true, canWrite: true };
  // A new value, because SQLite does not write unchanged ones.
  const write = new Settings(store).set('storage-check', randomUUID());
  const writeError = await trouble(write);
  return writeError
    ? { canRead: true, canWrite: false, message: writeError.message }
    : { canRead: true, canWrite: true };
}

async function trouble(work: Promise<unknown>): Promise<StorageError | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
}

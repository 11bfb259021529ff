import { openStore, type Store, type StoreOptions } from '../../src/store/store.js';

/** Opens a store for a piece of work, and closes it whatever comes of that. */
export async function withOpenStore<T>(options: StoreOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Keeps a row. */
export const put = (store: Store, name: string, value: string) =>
  store.db.insertInto('settings').values({ name, value }).execute();

/** Names of the rows that are kept. */
export const names = async (store: Store): Promise<string[]> =>
  (await store.db.selectFrom('settings').select('name').orderBy('name').execute()).map(({ name }) => name);

import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkStore } from './check-store.js';
import { Settings } from './settings.js';
import { openStore, type Store } from './store.js';

let log: string[];
let store: Store;
beforeEach(async () => {
  log = [];
  store = await openStore({ memory: true }, (line) => log.push(line));
});
afterEach(() => store.close());

const write = (value: string) => new Settings(store).set('name', value);
/** SQLite then refuses to write, as with a read-only database. */
const readOnly = (is: boolean) => sql.raw(`pragma query_only = ${is ? 'on' : 'off'}`).execute(store.db);

test('trouble is told once, however many requests meet it, and its end is told too', async () => {
  await readOnly(true);
  for (let request = 0; request < 100; request += 1) await expect(write('a')).rejects.toThrow('read-only');
  expect(log).toEqual([expect.stringMatching(/read-only.+\(SQLITE_READONLY\)$/)]);
  expect(await new Settings(store).get('name')).toBeUndefined();
  expect(log).toHaveLength(1);
  await readOnly(false);
  await write('b');
  await write('c');
  expect(log.slice(1)).toEqual(['The local KMS can write again.']);
});

/** SQLite then has no space, as on a full disk. */
const full = (is: boolean) => sql.raw(`pragma max_page_count = ${is ? 1 : 1_000_000}`).execute(store.db);
const large = 'x'.repeat(1_000_000);

test('a transaction that fails half-way says why, is undone, and leaves a store that works', async () => {
  await full(true);
  const failing = store.transaction(async (db) => {
    await new Settings(store, db).set('small', 'half');
    await new Settings(store, db).set('name', large);
  });
  await expect(failing).rejects.toMatchObject({ name: 'StorageError', trouble: 'full', code: 'SQLITE_FULL' });
  expect(await new Settings(store).get('small')).toBeUndefined();
  await full(false);
  await store.transaction((db) => new Settings(store, db).set('name', large));
  expect(await new Settings(store).get('name')).toBe(large);
  expect(log).toEqual([expect.stringContaining('disk is full'), 'The local KMS can write again.']);
});

test('a transaction that writes nothing does not say that writing works again', async () => {
  await full(true);
  await expect(write(large)).rejects.toThrow('disk is full');
  await store.transaction((db) => new Settings(store, db).get('name'));
  expect(store.watch.error).toMatchObject({ trouble: 'full' });
  expect(log).toHaveLength(1);
});

test('errors that are none of the store are not told', async () => {
  await store.db.insertInto('settings').values({ name: 'taken', value: '' }).execute();
  const again = store.db.insertInto('settings').values({ name: 'taken', value: '' }).execute();
  await expect(again).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
  expect(log).toEqual([]);
});

test('a check says whether the store can be read and written, and sees by itself that it can again', async () => {
  expect(await checkStore(store)).toEqual({ canRead: true, canWrite: true });
  await readOnly(true);
  await expect(write('a')).rejects.toThrow('read-only');
  const message = 'The local KMS cannot write: its database is read-only.';
  expect(await checkStore(store)).toEqual({ canRead: true, canWrite: false, message });
  await readOnly(false);
  expect(await checkStore(store)).toEqual({ canRead: true, canWrite: true });
  expect(store.watch.error).toBeUndefined();
});

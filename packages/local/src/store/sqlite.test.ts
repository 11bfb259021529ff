import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { names, put, withOpenStore } from '../../test/support/open-store.js';
import { openStore, type Store } from './store.js';

let directory: string;
let file: string;
let keyFile: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kms-store-'));
  file = join(directory, 'kms.db');
  keyFile = join(directory, 'root.key');
});
afterEach(() => rm(directory, { recursive: true }));

describe('a store on disk', () => {
  test('keeps rows and opens what it sealed after it was closed and opened again', async () => {
    const sealed = await withOpenStore({ file, rootKey: { keyFile } }, async (store) => {
      await put(store, 'kept', 'yes');
      return store.seal('here', Buffer.from('hidden'));
    });
    await withOpenStore({ file, rootKey: { keyFile } }, async (store) => {
      expect(await names(store)).toContain('kept');
      expect(Buffer.from(store.open('here', sealed)).toString()).toBe('hidden');
    });
  });

  test('database, journals and root key can be read by their owner only, and no draft of the key is left', async () => {
    await withOpenStore({ file, rootKey: { keyFile } }, async () => {
      const files = await readdir(directory);
      expect(files.toSorted()).toEqual(['kms.db', 'kms.db-shm', 'kms.db-wal', 'root.key']);
      for (const name of files) expect((await stat(join(directory, name))).mode & 0o777).toBe(0o600);
    });
  });

  test('commits are synced to a write-ahead log and references are checked', async () => {
    await withOpenStore({ file, rootKey: { keyFile } }, async (store) => {
      const orphan = { name: 'alias/orphan', key_id: 'no-such-key' };
      await expect(store.db.insertInto('aliases').values(orphan).execute()).rejects.toThrow(/FOREIGN KEY/);
      const setting = async (name: string) => (await sql.raw(`pragma ${name}`).execute(store.db)).rows[0];
      expect(await setting('journal_mode')).toEqual({ journal_mode: 'wal' });
      expect(await setting('synchronous')).toEqual({ synchronous: 2 });
    });
  });

  test('a file that is no database is a clear error that names it', async () => {
    await writeFile(file, 'this has never been a database, and is long enough to be taken for one '.repeat(40));
    const opening = openStore({ file, rootKey: { keyFile } });
    await expect(opening).rejects.toMatchObject({ code: 'Store.Damaged', message: expect.stringContaining(file) });
  });

  test('a database cut short is a clear error', async () => {
    await withOpenStore({ file, rootKey: { keyFile } }, async () => {});
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, 5000));
    await expect(openStore({ file, rootKey: { keyFile } })).rejects.toMatchObject({
      code: 'Store.Damaged',
      message: expect.stringContaining(file),
    });
  });

  test('a database of a later version is refused as it is', async () => {
    const later = { name: '9999-later', timestamp: new Date().toISOString() };
    const options = { file, rootKey: { keyFile } };
    await withOpenStore(options, (store) =>
      store.db
        .insertInto('kysely_migration' as never)
        .values(later as never)
        .execute(),
    );
    await expect(openStore(options)).rejects.toMatchObject({
      code: 'Store.Damaged',
      message: expect.stringContaining('9999-later'),
    });
  });

  test('a directory that does not exist is a clear error that names the file', async () => {
    const nowhere = join(directory, 'missing', 'kms.db');
    const opening = openStore({ file: nowhere, rootKey: { keyFile } });
    await expect(opening).rejects.toMatchObject({
      code: 'Store.Unavailable',
      message: expect.stringContaining(nowhere),
    });
  });
});

describe('the file of a root key', () => {
  test('that is missing of an existing database is an error, never a new key', async () => {
    await withOpenStore({ file, rootKey: { keyFile } }, async () => {});
    await rm(keyFile);
    await expect(openStore({ file, rootKey: { keyFile } })).rejects.toMatchObject({ code: 'Store.RootKeyMissing' });
    expect(await readdir(directory)).not.toContain('root.key');
  });

  test('that is another one is refused', async () => {
    await withOpenStore({ file, rootKey: { keyFile } }, async () => {});
    await writeFile(keyFile, Buffer.alloc(32, 7).toString('base64'));
    await expect(openStore({ file, rootKey: { keyFile } })).rejects.toMatchObject({ code: 'Store.RootKeyWrong' });
  });

  test('with anything but 32 bytes is refused', async () => {
    await writeFile(keyFile, 'short');
    await expect(openStore({ file, rootKey: { keyFile } })).rejects.toMatchObject({ code: 'Store.RootKeyWrong' });
  });
});

test('transactions of two stores on one file do not fail for meeting each other', async () => {
  const options = { file, rootKey: { keyFile } };
  await withOpenStore(options, (one) =>
    withOpenStore(options, async (two) => {
      const write = (store: Store, name: string) =>
        store.transaction(async (transaction) => {
          await transaction.selectFrom('settings').selectAll().execute();
          await transaction.insertInto('settings').values({ name, value: '' }).execute();
        });
      await write(one, 'one');
      await write(two, 'two');
      expect(await names(one)).toEqual(['one', 'root-key', 'two']);
    }),
  );
});

test('a query beside a transaction waits', async () => {
  await withOpenStore({ memory: true }, async (store) => {
    const seen: string[][] = [];
    const writing = store.transaction(async (transaction) => {
      await transaction.insertInto('settings').values({ name: 'one', value: '' }).execute();
      void names(store).then((found) => seen.push(found));
      await new Promise(setImmediate);
      await transaction.insertInto('settings').values({ name: 'two', value: '' }).execute();
    });
    await writing;
    await names(store);
    expect(seen).toEqual([['one', 'root-key', 'two']]);
  });
});

test('a boolean is an error instead of a crash', async () => {
  await withOpenStore({ memory: true }, async (store) => {
    const wrong = { id: true as unknown as string, sealed_secret: Uint8Array.of(1), created_at: 1 };
    await expect(store.db.insertInto('access_keys').values(wrong).execute()).rejects.toThrow(TypeError);
  });
});

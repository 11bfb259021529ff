import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { names, put, withOpenStore } from '../../test/support/open-store.js';
import { type KeptStorage, keptStorage } from '../../test/support/storage.js';
import { SealBrokenError } from './sealed.js';
import { openStore, type Store } from './store.js';
import { StoreError } from './store-error.js';

let storage: KeptStorage;
beforeEach(async () => {
  storage = await keptStorage();
});
afterEach(() => storage.remove());

const withStore = <T>(work: (store: Store) => Promise<T>, options = storage.options): Promise<T> =>
  withOpenStore(options, work);

describe('a store', () => {
  test('keeps rows and opens what it sealed after it was closed and opened again', async () => {
    const sealed = await withStore(async (store) => {
      await put(store, 'kept', 'yes');
      return store.seal('here', Buffer.from('hidden'));
    });
    await withStore(async (store) => {
      expect(await names(store)).toContain('kept');
      expect(Buffer.from(store.open('here', sealed)).toString()).toBe('hidden');
    });
  });

  test('checks references', async () => {
    const orphan = { name: 'alias/orphan', key_id: 'no-such-key' };
    await withStore(async (store) => {
      await expect(store.db.insertInto('aliases').values(orphan).execute()).rejects.toThrow(/foreign key/i);
    });
  });
});

describe('the root key', () => {
  const withPassphrase = (passphrase: string) => ({ ...storage.options, rootKey: { passphrase } });

  test('a passphrase opens what it sealed; a wrong one is a clear error without either passphrase', async () => {
    const right = withPassphrase('correct horse');
    const sealed = await withStore(async (store) => store.seal('here', Buffer.from('hidden')), right);
    await withStore(async (store) => {
      expect(Buffer.from(store.open('here', sealed)).toString()).toBe('hidden');
    }, right);
    const error = await openStore(withPassphrase('wrong horse')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect((error as StoreError).code).toBe('Store.RootKeyWrong');
    expect((error as StoreError).message).not.toMatch(/horse/);
    expect((await storage.content()).includes('correct horse')).toBe(false);
  });

  test('another key, or another kind of key, is refused', async () => {
    await withStore(names, { ...storage.options, rootKey: { key: Buffer.alloc(32, 1) } });
    for (const rootKey of [{ key: Buffer.alloc(32, 2) }, { passphrase: 'correct horse' }]) {
      await expect(openStore({ ...storage.options, rootKey })).rejects.toMatchObject({ code: 'Store.RootKeyWrong' });
    }
  });
});

describe('sealed values', () => {
  test('open in their own place only, and not when altered or cut', async () => {
    await withStore(async (store) => {
      const sealed = store.seal('key_versions/1', Buffer.from('material'));
      expect(() => store.open('key_versions/2', sealed)).toThrow(SealBrokenError);
      for (let index = 0; index < sealed.length; index += 1) {
        const altered = Uint8Array.from(sealed);
        altered[index] = (altered[index] as number) ^ 1;
        expect(() => store.open('key_versions/1', altered)).toThrow(SealBrokenError);
        expect(() => store.open('key_versions/1', sealed.subarray(0, index))).toThrow(SealBrokenError);
      }
    });
  });

  test('of the same bytes differ each time', async () => {
    await withStore(async (store) => {
      expect(store.seal('a', Buffer.from('x'))).not.toEqual(store.seal('a', Buffer.from('x')));
    });
  });
});

describe('transactions', () => {
  test('leave nothing behind when their work fails', async () => {
    await withStore(async (store) => {
      const failing = store.transaction(async (transaction) => {
        await transaction.insertInto('settings').values({ name: 'half', value: '' }).execute();
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect(await names(store)).not.toContain('half');
    });
  });

  test('do not interleave: what one reads does not change before it ends', async () => {
    await withStore(async (store) => {
      await put(store, 'counter', '0');
      const increment = () =>
        store.transaction(async (transaction) => {
          const counter = transaction.selectFrom('settings').select('value').where('name', '=', 'counter');
          const { value } = await counter.executeTakeFirstOrThrow();
          await new Promise(setImmediate);
          const next = String(Number(value) + 1);
          await transaction.updateTable('settings').set({ value: next }).where('name', '=', 'counter').execute();
        });
      await Promise.all([...Array(20)].map(increment));
      const { value } = await store.db
        .selectFrom('settings')
        .select('value')
        .where('name', '=', 'counter')
        .executeTakeFirstOrThrow();
      expect(value).toBe('20');
    });
  });

  test('go on after one that failed', async () => {
    await withStore(async (store) => {
      const failing = store.transaction((transaction) =>
        transaction.insertInto('settings').values({ name: 'root-key', value: '' }).execute(),
      );
      await expect(failing).rejects.toThrow(/unique/i);
      await store.transaction((transaction) =>
        transaction.insertInto('settings').values({ name: 'next', value: '' }).execute(),
      );
      expect(await names(store)).toContain('next');
    });
  });

  test('a query beside one sees all of it or nothing', async () => {
    await withStore(async (store) => {
      const seen: Promise<string[]>[] = [];
      await store.transaction(async (transaction) => {
        await transaction.insertInto('settings').values({ name: 'one', value: '' }).execute();
        seen.push(names(store));
        await new Promise(setImmediate);
        await transaction.insertInto('settings').values({ name: 'two', value: '' }).execute();
        seen.push(names(store));
      });
      expect(await names(store)).toEqual(['one', 'root-key', 'two']);
      for (const found of await Promise.all(seen)) expect([1, 3]).toContain(found.length);
    });
  });
});

describe('values', () => {
  test('of bytes come back as Uint8Array, times and counts as numbers', async () => {
    await withStore(async (store) => {
      const row = { id: 'a', sealed_secret: Uint8Array.of(0, 1, 255), created_at: 253_402_300_799_000 };
      await store.db.insertInto('access_keys').values(row).execute();
      const [found] = await store.db.selectFrom('access_keys').selectAll().execute();
      expect(found).toEqual(row);
      expect(found?.sealed_secret.constructor).toBe(Uint8Array);
      const count = store.db.selectFrom('access_keys').select(({ fn }) => fn.countAll().as('total'));
      expect(await count.execute()).toEqual([{ total: 1 }]);
    });
  });

  test('of text are ordered and compared by their bytes', async () => {
    const texts = ['b', 'B', 'a', 'Ä', 'ä', '_', '-', 'a b', 'ab', '1', '10', '9', '中', '😀', '\uFFFD'];
    await withStore(async (store) => {
      for (const text of texts) await put(store, `x${text}`, '');
      const found = (await names(store)).filter((name) => name.startsWith('x')).map((name) => name.slice(1));
      expect(found).toEqual(texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      const behind = store.db.selectFrom('settings').select('name').where('name', '>', 'xa').where('name', '<', 'xb');
      expect((await behind.execute()).map(({ name }) => name).toSorted()).toEqual(['xa b', 'xab']);
    });
  });

  test('of text with U+0000 are refused, also to look for', async () => {
    await withStore(async (store) => {
      const refused = { name: 'ServiceError', code: 'InvalidParameter' };
      await expect(put(store, 'a\0b', '')).rejects.toMatchObject(refused);
      const asking = store.db.selectFrom('settings').selectAll().where('name', '=', 'a\0b').execute();
      await expect(asking).rejects.toMatchObject(refused);
      await expect(
        store.transaction((db) => db.deleteFrom('settings').where('name', 'in', ['a', '\0']).execute()),
      ).rejects.toMatchObject(refused);
    });
  });

  test('are counted up in the order of creation, never twice', async () => {
    await withStore(async (store) => {
      const insert = async (id: string) => {
        const row = { id, created_at: 0, bind_vpcs: '[]', deletion_protection: 0, deletion_protection_description: '' };
        return (await store.db.insertInto('instances').values(row).returning('seq').executeTakeFirstOrThrow()).seq;
      };
      const first = await insert('a');
      const second = await insert('b');
      await store.db.deleteFrom('instances').where('id', '=', 'b').execute();
      expect(second).toBeGreaterThan(first);
      expect(await insert('b')).toBeGreaterThan(second);
    });
  });
});

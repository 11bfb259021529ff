import { expect, test } from 'vitest';
import type { Store } from '../store/store.js';
import type { Key } from './key-record.js';
import { KeyRows } from './key-rows.js';

function counting(store: { isShared: boolean; transactions: number }) {
  const rows = new KeyRows(store as Store);
  let reads = 0;
  const read = async () => ({ id: 'key-1', description: `read ${++reads}` }) as Key;
  return { get: async () => (await rows.get('key-1', read))?.description, rows };
}

test('a key is read once, until a transaction may have changed it', async () => {
  const store = { isShared: false, transactions: 0 };
  const { get } = counting(store);
  expect([await get(), await get()]).toEqual(['read 1', 'read 1']);
  store.transactions += 1;
  expect([await get(), await get()]).toEqual(['read 2', 'read 2']);
});

test('what was read before a transaction is not used after it', async () => {
  const store = { isShared: false, transactions: 0 };
  const { get, rows } = counting(store);
  const slow = rows.get('key-1', async () => {
    store.transactions += 1;
    return { id: 'key-1', description: 'old' } as Key;
  });
  expect((await slow)?.description).toBe('old');
  expect(await get()).toBe('read 1');
});

test('a key of a database that others share is read each time', async () => {
  const { get } = counting({ isShared: true, transactions: 0 });
  expect([await get(), await get()]).toEqual(['read 1', 'read 2']);
});

test('a key that is not there is looked for again', async () => {
  const { rows, get } = counting({ isShared: false, transactions: 0 });
  expect(await rows.get('key-1', async () => undefined)).toBeUndefined();
  expect(await get()).toBe('read 1');
});

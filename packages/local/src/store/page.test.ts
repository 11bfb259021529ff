import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestStorage, testStorage } from '../../test/support/storage.js';
import { readPage } from './page.js';
import { openStore, type Store } from './store.js';

const rowCount = 23;
/** In order of creation, which differs from their other orders. */
const names = Array.from({ length: rowCount }, (_, index) => `n${(index * 7) % rowCount}`);

let storage: TestStorage;
let store: Store;
beforeAll(async () => {
  storage = await testStorage();
  store = await openStore(storage.options);
  const values = names.map((name, index) => ({
    name,
    type: 'Generic' as const,
    description: index % 3 === 0 ? 'third' : '',
    created_at: 0,
    updated_at: 0,
    automatic_rotation: 0,
  }));
  await store.db.insertInto('secrets').values(values).execute();
});
afterAll(async () => {
  await store.close();
  await storage.remove();
});

test('any page of any size is that part of the list, in the order of creation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), async (number, size) => {
      const { rows, total } = await readPage(store.db.selectFrom('secrets').select('name'), { number, size });
      expect(total).toBe(rowCount);
      expect(rows.map(({ name }) => name)).toEqual(names.slice((number - 1) * size, number * size));
    }),
  );
});

test('what a filter leaves out is neither on a page nor counted', async () => {
  const thirds = store.db.selectFrom('secrets').select('name').where('description', '=', 'third');
  const pages = await Promise.all([1, 2, 3, 4].map((number) => readPage(thirds, { number, size: 3 })));
  expect(pages.map(({ total }) => total)).toEqual([8, 8, 8, 8]);
  const found = pages.map(({ rows }) => rows.map(({ name }) => name));
  const expected = names.filter((_, index) => index % 3 === 0);
  expect(found).toEqual([expected.slice(0, 3), expected.slice(3, 6), expected.slice(6), []]);
});

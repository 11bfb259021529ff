import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localKmsTest } from 'alibabacloud-kms-local/vitest';
import { Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import type { Kysely } from 'kysely';
import { expect, test as plainTest } from 'vitest';
import { Customers } from '../../src/recipes/encrypted-column/customers.js';
import { openDatabase, type Tables } from '../../src/recipes/encrypted-column/database.js';
import { SealedColumn } from '../../src/recipes/encrypted-column/sealed-column.js';
import { useExamples } from '../support/run-example.js';

const examples = useExamples();

interface Shop {
  file: string;
  db: Kysely<Tables>;
  customers: Customers;
}

const test = localKmsTest({
  seed: { keys: [{ id: 'key-shop', aliases: ['alias/shop'], rotation: { interval: '30d' } }] },
}).extend<{ client: Client; shop: Shop }>({
  client: async ({ kms }, use) => {
    const client = new Client(kms.clientConfig());
    await use(client);
    await client.close();
  },
  shop: async ({ client }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'encrypted-column-'));
    const file = join(folder, 'shop.db');
    const db = await openDatabase(file);
    await use({ file, db, customers: await Customers.open(db, client, 'alias/shop') });
    await db.destroy();
    await rm(folder, { recursive: true });
  },
});

plainTest('the example finds what it sealed, and not what was moved', async () => {
  const { stdout } = await examples.run('recipes/encrypted-column');
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'Found by phone: Li Lei, +86 138 0000 1234',
    'The file contains the number: false',
    'A value of another row is refused: InvalidParameter',
  ]);
});

test('a customer is read again, and the file holds no phone number', async ({ shop: { customers, file } }) => {
  const id = await customers.add({ name: 'Li Lei', phone: '13800001234' });
  expect(await customers.get(id)).toEqual({ id, name: 'Li Lei', phone: '13800001234' });
  expect(await customers.get('no-such-id')).toBeUndefined();
  const bytes = await readFile(file);
  expect([bytes.includes('Li Lei'), bytes.includes('13800001234')]).toEqual([true, false]);
});

test('a search finds everybody with the number, however it is written, and asks KMS for those only', async ({
  kms,
  shop: { customers },
}) => {
  for (const name of ['Li Lei', 'Li Ping']) await customers.add({ name, phone: '138 0000 1234' });
  await customers.add({ name: 'Han Meimei', phone: '139 0000 5678' });
  const opened = kms.requests({ api: 'AdvanceDecrypt' }).length;
  const found = await customers.findByPhone('138-0000-1234');
  expect(found.map(({ name }) => name).sort()).toEqual(['Li Lei', 'Li Ping']);
  expect(kms.requests({ api: 'AdvanceDecrypt' })).toHaveLength(opened + 2);
  expect(await customers.findByPhone('138 0000 1235')).toEqual([]);
});

test('a value that was moved to another row does not open', async ({ shop: { customers, db } }) => {
  const from = await customers.add({ name: 'Li Lei', phone: '13800001234' });
  const to = await customers.add({ name: 'Han Meimei', phone: '13900005678' });
  const { phone } = await db.selectFrom('customers').select('phone').where('id', '=', from).executeTakeFirstOrThrow();
  await db
    .updateTable('customers')
    .set({ phone: new Uint8Array(phone) })
    .where('id', '=', to)
    .execute();
  await expect(customers.get(to)).rejects.toThrow(KmsServiceError);
  expect(await customers.get(from)).toMatchObject({ phone: '13800001234' });
});

test('a value of another column or table does not open either', async ({ client }) => {
  const place = { keyId: 'alias/shop', table: 'customers', column: 'phone' };
  const sealed = await new SealedColumn(client, place).seal('1', '13800001234');
  expect(await new SealedColumn(client, place).open('1', sealed)).toBe('13800001234');
  for (const elsewhere of [
    { ...place, column: 'email' },
    { ...place, table: 'suppliers' },
    // The same letters, cut differently.
    { ...place, table: 'customersp', column: 'hone' },
  ]) {
    await expect(new SealedColumn(client, elsewhere).open('1', sealed)).rejects.toThrow(KmsServiceError);
  }
});

test('another process has the same search key, and reads and finds the same', async ({ client, shop }) => {
  const id = await shop.customers.add({ name: 'Li Lei', phone: '13800001234' });
  const db = await openDatabase(shop.file);
  const others = await Customers.open(db, client, 'alias/shop');
  expect(await others.findByPhone('13800001234')).toEqual([{ id, name: 'Li Lei', phone: '13800001234' }]);
  await db.destroy();
});

test('processes that begin together agree on one search key', async ({ client, shop }) => {
  await shop.db.deleteFrom('search_keys').execute();
  const [one, two] = await Promise.all([
    Customers.open(shop.db, client, 'alias/shop'),
    Customers.open(shop.db, client, 'alias/shop'),
  ]);
  const id = await one.add({ name: 'Li Lei', phone: '13800001234' });
  expect(await two.findByPhone('13800001234')).toEqual([{ id, name: 'Li Lei', phone: '13800001234' }]);
});

test('what was written before a rotation of the key is read and found after it', async ({ kms, client, shop }) => {
  const id = await shop.customers.add({ name: 'Li Lei', phone: '13800001234' });
  await kms.clock.advance({ days: 31 });
  const customers = await Customers.open(shop.db, client, 'alias/shop');
  await customers.add({ name: 'Li Ping', phone: '13800001234' });
  expect((await client.listKeyVersions({ keyId: 'key-shop' })).totalCount).toBe(2);
  expect((await customers.findByPhone('13800001234')).map(({ name }) => name).sort()).toEqual(['Li Lei', 'Li Ping']);
  expect(await customers.get(id)).toMatchObject({ phone: '13800001234' });
});

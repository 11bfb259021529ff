import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.js';
import type { StoreError } from '../../src/store/store-error.js';
import { hasPostgres, type TestDatabase, testDatabase } from '../support/postgres.js';
import { administrate } from '../support/postgres-server.js';

const rootKey = { key: Buffer.alloc(32, 7) };
const open = (url: string) => openStore({ url, rootKey });

async function refusal(url: string | URL): Promise<StoreError> {
  const error = await open(url.toString()).then(
    () => new Error('it was opened'),
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'StoreError', code: 'Store.Unavailable' });
  return error as StoreError;
}

test.each([
  'mysql://user:very-secret@127.0.0.1/kms',
  'postgres:/user:very-secret@127.0.0.1/kms',
  'postgres://user:very-secret@[::1/kms',
  'postgres://user:very-secret@127.0.0.1:port/kms',
])('%s is not the address of a database, and is not quoted', async (url) => {
  const error = await refusal(url);
  expect(error.message).toContain('postgres://user:password@host:5432/database');
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('very-secret');
});

test('a server that is not there is told with host, port and database', async () => {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  for (const host of ['127.0.0.1', 'localhost']) {
    const error = await refusal(`postgres://user:very-secret@${host}:${port}/kms`);
    expect(error.message).toContain(`database kms at ${host}:${port}`);
    expect(error.message).toContain('ECONNREFUSED');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('very-secret');
  }
});

test('a Unix socket that is not there is told', async () => {
  const { message } = await refusal('postgres:///kms?user=me&host=/nowhere/postgresql');
  expect(message).toContain('database kms at /nowhere/postgresql, port 5432');
});

describe.skipIf(!hasPostgres)('on a server', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  /** The address with another part. */
  const address = (changes: Partial<URL>): URL => Object.assign(new URL(database.url), changes);
  const at = () => `at ${new URL(database.url).host}`;

  test('a wrong password is refused, and not quoted', async () => {
    const error = await refusal(address({ password: 'very-wrong' }));
    expect(error.message).toContain(at());
    expect(error.message).toContain(`refuses user ${new URL(database.url).username} with this password`);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('very-wrong');
  });

  test('an address without a password is told', async () => {
    expect((await refusal(address({ password: '' }))).message).toContain('holds no password');
  });

  test('a database that does not exist is told, with how to make it', async () => {
    const { message } = await refusal(address({ pathname: '/no_such_database' }));
    expect(message).toContain(`database no_such_database ${at()}`);
    expect(message).toContain('createdb no_such_database');
  });

  test('a server without TLS is told when the address asks for TLS', async () => {
    expect((await refusal(address({ search: '?sslmode=verify-full' }))).message).toContain('SSL');
  });

  test('a user who may not make tables is told', async () => {
    const { url, name, drop } = await testDatabase('nothing');
    await administrate(url, async (client) => {
      await client.query(`create role ${name} login password 'of-the-role'`);
      await client.query('revoke create on schema public from public');
    });
    const { message } = await refusal(Object.assign(new URL(url), { username: name, password: 'of-the-role' }));
    expect(message).toContain(`user ${name} may not make or use tables`);
    await drop();
    await administrate(database.url, (client) => client.query(`drop role ${name}`));
  });

  test('a version that is too old is told, with the one that is needed', async () => {
    const { url, drop } = await testDatabase('nothing');
    await administrate(url, (client) =>
      client.query(`
        create schema old;
        create function old.current_setting(text) returns text language sql as
          $$ select case $1 when 'server_version_num' then '120022' when 'server_version' then '12.22' end $$`),
    );
    const search = '?options=-c%20search_path%3Dold,pg_catalog';
    const { message } = await refusal(Object.assign(new URL(url), { search }));
    expect(message).toMatch(/PostgreSQL 12\.22; version 13 or newer is needed/);
    await drop();
  });

  test('a database that cannot hold every character is told', async () => {
    const name = `${database.name}_latin`;
    await administrate(database.url, (client) =>
      client.query(`create database ${name} template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'`),
    );
    expect((await refusal(address({ pathname: `/${name}` }))).message).toContain('encoding LATIN1');
  });

  test('a database of a later version is refused as it is', async () => {
    const { url, drop } = await testDatabase();
    await administrate(url, (client) => client.query("insert into kysely_migration values ('9999-later', 'now')"));
    await expect(open(url)).rejects.toMatchObject({
      code: 'Store.Damaged',
      message: expect.stringContaining('9999-later'),
    });
    await drop();
  });

  test('a database of something else is refused, and nothing is made in it', async () => {
    const { url, drop } = await testDatabase('nothing');
    await administrate(url, (client) => client.query('create table secret_stages (id integer)'));
    await expect(open(url)).rejects.toMatchObject({
      code: 'Store.Damaged',
      message: expect.stringContaining('secret_stages'),
    });
    const tables = await administrate(url, (client) =>
      client.query("select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'"),
    );
    expect(tables.rows).toEqual([{ tablename: 'secret_stages' }]);
    await drop();
  });

  test('many that start at once on an empty database agree on its tables and its root key', async () => {
    const { url, drop } = await testDatabase('nothing');
    const options = { url, rootKey: { passphrase: 'correct horse' } };
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(options)));
    const sealed = stores.map((store) => store.seal('here', Buffer.from('hidden')));
    for (const store of stores) {
      for (const bytes of sealed) expect(Buffer.from(store.open('here', bytes)).toString()).toBe('hidden');
    }
    await Promise.all(stores.map((store) => store.close()));
    await drop();
  });

  test('the password is not in what printing an open store shows', async () => {
    const store = await open(database.url);
    await store.db.selectFrom('settings').selectAll().execute();
    expect(inspect(store, { depth: 50 })).not.toContain(new URL(database.url).password);
    await store.close();
  });

  test('every text column compares by bytes, and commits wait for the disk', async () => {
    const store = await open(database.url);
    const { rows } = await sql<{ column: string; collation: string }>`
      select table_name || '.' || column_name as column, collation_name as collation
      from information_schema.columns
      where table_schema = 'public' and data_type = 'text'`.execute(store.db);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ collation }) => collation !== 'C')).toEqual([]);
    const shown = await sql`show synchronous_commit`.execute(store.db);
    expect(shown.rows).toEqual([{ synchronous_commit: 'on' }]);
    await store.close();
  });
});

import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore, type Store } from '../../src/store/store.js';
import { hasPostgres, type TestDatabase, testDatabase } from '../support/postgres.js';
import { administrate } from '../support/postgres-server.js';

const rootKey = { key: Buffer.alloc(32, 7) };

/** Stores with connections of their own are to the database what processes are. */
describe.skipIf(!hasPostgres)('stores on one database', () => {
  let database: TestDatabase;
  const stores: Store[] = [];
  const open = async (parameters = ''): Promise<Store> => {
    const store = await openStore({ url: `${database.url}${parameters}`, rootKey });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await database.drop();
  });

  const insert = (store: Store, name: string) =>
    store.transaction((db) => db.insertInto('settings').values({ name, value: '' }).execute());
  const names = async (store: Store) =>
    (await store.db.selectFrom('settings').select('name').orderBy('name').execute()).map(({ name }) => name);

  test('see what another has written at once', async () => {
    const [one, two] = [await open(), await open()];
    for (let index = 0; index < 50; index += 1) {
      const [writer, reader] = index % 2 === 0 ? [one, two] : [two, one];
      await insert(writer, `n${index}`);
      expect(await names(reader)).toContain(`n${index}`);
    }
  });

  test('lose no change that they make of what they have read', async () => {
    const all = [await open(), await open(), await open()];
    await all[0]?.db.insertInto('settings').values({ name: 'counter', value: '0' }).execute();
    const increment = (store: Store) =>
      store.transaction(async (db) => {
        const counter = db.selectFrom('settings').select('value').where('name', '=', 'counter');
        const next = String(Number((await counter.executeTakeFirstOrThrow()).value) + 1);
        await db.updateTable('settings').set({ value: next }).where('name', '=', 'counter').execute();
      });
    await Promise.all(Array.from({ length: 60 }, (_, index) => increment(all[index % 3] as Store)));
    const counter = all[1]?.db.selectFrom('settings').select('value').where('name', '=', 'counter');
    expect(await counter?.executeTakeFirst()).toEqual({ value: '60' });
  });

  test('give a name that is free to one of those that ask for it', async () => {
    const [one, two] = [await open(), await open()];
    const takeFreeName = (store: Store) =>
      store.transaction(async (db) => {
        const taken = await db.selectFrom('settings').select('name').where('name', '=', 'free').executeTakeFirst();
        if (taken) return false;
        await db.insertInto('settings').values({ name: 'free', value: '' }).execute();
        return true;
      });
    const took = await Promise.all([one, two, one, two].map(takeFreeName));
    expect(took.filter(Boolean)).toHaveLength(1);
  });

  test('go on reading while another writes, and while many wait to write', async () => {
    const [one, two] = [await open(), await open()];
    let end = () => {};
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const writing = one.transaction(() => held);
    const waiting = Array.from({ length: 30 }, (_, index) => insert(two, `w${index}`));
    for (let index = 0; index < 20; index += 1) expect(await names(two)).toEqual(['root-key']);
    end();
    await Promise.all([writing, ...waiting]);
    expect(await names(one)).toHaveLength(31);
  });

  test('one that stands still in the middle of a transaction keeps the others from writing for a while only', async () => {
    const [still, other] = [await open('?idle_in_transaction_session_timeout=1000'), await open()];
    let wake = () => {};
    const sleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    const standing = still.transaction(async (db) => {
      await db.insertInto('settings').values({ name: 'half', value: '' }).execute();
      hasBegun();
      await sleep;
      await db.insertInto('settings').values({ name: 'done', value: '' }).execute();
    });
    standing.catch(hasBegun);
    const failed = expect(standing).rejects.toThrow();
    await begun;
    await insert(other, 'other');
    wake();
    await failed;
    expect(await names(other)).toEqual(['other', 'root-key']);
    await insert(still, 'later');
    expect(await names(other)).toEqual(['later', 'other', 'root-key']);
  });

  test('one that waits too long for its turn gets an error, and its connection still works', async () => {
    const [one, hasty] = [await open(), await open('?lock_timeout=50')];
    await one.transaction(async () => {
      await expect(insert(hasty, 'a')).rejects.toThrow();
    });
    await insert(hasty, 'b');
    expect(await names(one)).toEqual(['b', 'root-key']);
    const { rows } = await sql`select count(*) as count from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`.execute(one.db);
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('work again after the server has ended all their connections', async () => {
    const [one, two] = [await open(), await open()];
    await insert(one, 'before');
    const endConnections = () =>
      administrate(database.url, (client) =>
        client.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`),
      );
    const broken = one.transaction(async (db) => {
      await db.insertInto('settings').values({ name: 'half', value: '' }).execute();
      await endConnections();
      await db.insertInto('settings').values({ name: 'other half', value: '' }).execute();
    });
    await expect(broken).rejects.toThrow();
    // A query that meets a connection that is just ending fails; the next one gets another.
    await vi.waitFor(() => insert(two, 'after'), 10_000);
    expect(await vi.waitFor(() => names(one), 10_000)).toEqual(['after', 'before', 'root-key']);
  });
});

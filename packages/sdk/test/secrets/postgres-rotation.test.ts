import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasPostgres, type TestDatabase, testDatabase } from '../../../local/test/support/postgres.js';
import { createLogin, orders, rotateUnderLoad } from './rotation.js';
import { Place } from './support.js';

const name = 'app/db';

describe.skipIf(!hasPostgres)('a password of PostgreSQL is rotated under load', () => {
  let place: Place;
  let database: TestDatabase;
  let admin: pg.Client;
  const user = `app_${randomBytes(6).toString('hex')}`;
  const change = async (password: string) => {
    await admin.query(`alter role ${user} password '${password}'`);
  };
  beforeAll(async () => {
    [place, database] = await Promise.all([Place.open(), testDatabase('nothing')]);
    admin = new pg.Client(database.url);
    await admin.connect();
    await admin.query(`create role ${user} login`);
  });
  afterEach(() => place.tidy());
  afterAll(async () => {
    await admin?.query(`drop role ${user}`);
    await admin?.end();
    await database?.drop();
    await place?.close();
  });
  const server = () => {
    const { hostname: host, port, pathname } = new URL(database.url);
    return { host, port: Number(port), database: pathname.slice(1) };
  };

  describe.each(Object.entries(orders))('%s', (_, rotateOnce) => {
    const rotate = (version: number) => rotateOnce(place, { name, user, versionId: `v${version}`, change });

    test('and no query of a pool fails', async () => {
      await change(await createLogin(place, name, user));
      const { cache } = place.cache();
      const credentials = cache.rotatingCredentials(name);
      // Each query logs in anew.
      const pool = new pg.Pool({ ...server(), user, password: credentials.password, max: 4, maxUses: 1 });
      const query = credentials.retrying((text: string) => pool.query(text));
      const { done, failures } = await rotateUnderLoad(rotate, () => query('select 1'));
      await pool.end();
      expect(failures).toEqual([]);
      expect(done).toBeGreaterThanOrEqual(200);
    });

    test('and no login of single clients fails', async () => {
      await change(await createLogin(place, name, user));
      const { cache } = place.cache();
      const credentials = cache.rotatingCredentials(name);
      const work = async () => {
        const client = await credentials.login(async (login) => {
          const opened = new pg.Client({ ...server(), ...login });
          await opened.connect();
          return opened;
        });
        await client.query('select 1');
        await client.end();
      };
      const { done, failures } = await rotateUnderLoad(rotate, work);
      expect(failures).toEqual([]);
      expect(done).toBeGreaterThanOrEqual(200);
    });
  });

  test('a password that is in no version is refused with the words of the server, after few requests', async () => {
    await createLogin(place, name, user);
    await change('another one altogether');
    const { cache } = place.cache();
    const credentials = cache.rotatingCredentials(name);
    place.count();
    let logins = 0;
    const login = credentials.login(async (given) => {
      logins += 1;
      const client = new pg.Client({ ...server(), ...given });
      await client.connect();
    });
    await expect(login).rejects.toMatchObject({ code: '28P01' });
    expect([logins, place.count()]).toEqual([1, 5]);
  });

  test('a query that fails for another reason is not run again', async () => {
    await change(await createLogin(place, name, user));
    const { cache } = place.cache();
    const credentials = cache.rotatingCredentials(name);
    const pool = new pg.Pool({ ...server(), user, password: credentials.password });
    let runs = 0;
    const query = credentials.retrying((text: string) => {
      runs += 1;
      return pool.query(text);
    });
    await expect(query('select * from nowhere')).rejects.toMatchObject({ code: '42P01' });
    expect(runs).toBe(1);
    await pool.end();
  });
});

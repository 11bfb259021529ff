import { Client } from 'alibabacloud-kms-sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { hasPostgres, type TestDatabase, testDatabase } from '../support/postgres.js';

describe.skipIf(!hasPostgres)('two local KMS on one PostgreSQL', () => {
  let database: TestDatabase;
  let one: LocalKms;
  let two: LocalKms;
  beforeEach(async () => {
    database = await testDatabase();
    const options = { database: database.url, passphrase: 'correct horse', admin: true, httpPort: 0 };
    const log = () => {};
    [one, two] = await Promise.all([startLocalKms({ ...options, log }), startLocalKms({ ...options, log })]);
  });
  afterEach(async () => {
    await Promise.all([one.close(), two.close()]);
    await database.drop();
  });

  const ask = async ({ adminEndpoint, adminToken }: LocalKms, method: string, path: string, body?: string) => {
    const answer = await fetch(`${adminEndpoint}/admin/${path}`, {
      method,
      body,
      headers: { authorization: `Bearer ${adminToken}` },
    });
    return JSON.parse(await answer.text());
  };

  test('have one clock: moved by one, it is told by the other at once, and kept in the entry of its next call', async () => {
    await ask(one, 'POST', 'clock', '{"set":"2030-01-01T00:00:00Z"}');
    await ask(one, 'POST', 'clock', '{"freeze":true}');
    expect((await ask(two, 'GET', 'clock')).now).toMatch(/^2030-01-01T00:00:0/);
    await ask(one, 'POST', 'clock', '{"advance":"8d"}');
    await using client = new Client(two.clientConfig());
    await client.listKeys();
    const since = two.requests({ since: '2030-01-09T00:00:00Z' });
    expect(since.map(({ api }) => api)).toEqual(['ListKeys']);
    expect(await ask(two, 'GET', 'clock')).toEqual(await ask(one, 'GET', 'clock'));
  });

  test('export what the other made, and strike with faults of their own', async () => {
    await ask(one, 'POST', 'seed', 'keys: [{ id: key-shared }]');
    const exported = await two.exportSeed();
    expect(exported.keys?.map(({ id }) => id)).toEqual(['key-shared']);
    await ask(one, 'POST', 'faults', '{"api":"ListKeys","code":"Rejected.Throttling"}');
    await using client = new Client(two.clientConfig());
    await client.listKeys();
    expect(two.faults.list()).toEqual([]);
    expect(one.requests()).toEqual([]);
  });

  test('count what is in the database; without it they say so, and still tell of their calls', async () => {
    await using client = new Client(one.clientConfig());
    await client.createKey({});
    const page = async (path: string) => {
      const answer = await fetch(`${two.httpEndpoint}${path}`);
      return { status: answer.status, text: await answer.text() };
    };
    expect((await page('/metrics')).text).toMatch(/^kms_local_keys 1$/m);
    expect(await page('/readyz')).toEqual({ status: 200, text: '{"status":"ready"}\n' });
    await database.drop();

    const metrics = await page('/metrics');
    expect([metrics.status, /^kms_local_keys (.+)$/m.exec(metrics.text)?.[1]]).toEqual([200, 'Nan']);
    const { status, text } = await page('/readyz');
    expect([status, JSON.parse(text)]).toEqual([503, { status: 'unavailable', message: expect.any(String) }]);
    expect(text).not.toContain(database.name);
    expect((await page('/healthz')).status).toBe(200);
    const { error } = await ask(two, 'GET', 'clock');
    expect(error).toEqual({ code: 'Admin.Unavailable', message: expect.stringContaining('database') });
  });
});

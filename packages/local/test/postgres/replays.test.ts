import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Nonces } from '../../src/gateways/nonces.js';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { openStore } from '../../src/store/store.js';
import { hasPostgres, type TestDatabase, testDatabase } from '../support/postgres.js';
import { administrate } from '../support/postgres-server.js';
import { type Sent, send } from '../support/send.js';
import { acs3Request, rpcRequest } from '../support/signed-requests.js';

const minuteMs = 60_000;

describe.skipIf(!hasPostgres)('a request of the public gateway, with several local KMS on one PostgreSQL,', () => {
  let database: TestDatabase;
  let running: LocalKms[];
  const start = async (): Promise<LocalKms> => {
    const kms = await startLocalKms({ database: database.url, passphrase: 'correct horse', log: () => {} });
    running.push(kms);
    return kms;
  };
  beforeEach(async () => {
    running = [];
    database = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(running.map((kms) => kms.close()));
    await database.drop();
  });

  const codeOf = async (kms: LocalKms, request: Sent): Promise<string> => {
    const { status, body } = await send(kms, { ...request, headers: { ...request.headers, host: '127.0.0.1' } });
    return status === 200 ? 'ok' : JSON.parse(body.toString()).Code;
  };
  const requests = (kms: LocalKms): Sent[] => [
    acs3Request(kms, 'ListKeys', {}, { signed: { host: '127.0.0.1' } }),
    rpcRequest(kms, 'ListKeys', {}),
  ];

  test('is not taken by another process than the one that has taken it', async () => {
    const [one, two] = [await start(), await start()];
    for (const request of requests(one)) {
      expect(await codeOf(one, request)).toBe('ok');
      expect(await codeOf(two, request)).toBe('SignatureNonceUsed');
      expect(await codeOf(one, request)).toBe('SignatureNonceUsed');
    }
    for (const request of requests(two)) expect(await codeOf(two, request)).toBe('ok');
  });

  test('is taken once when it comes to all of them at the same moment', async () => {
    const all = await Promise.all([start(), start(), start()]);
    for (const request of requests(all[0] as LocalKms)) {
      const codes = await Promise.all([...all, ...all, ...all].map((kms) => codeOf(kms, request)));
      expect(codes.toSorted()).toEqual([...Array(8).fill('SignatureNonceUsed'), 'ok']);
    }
  });

  test('is not taken again after a restart', async () => {
    const one = await start();
    const [request] = requests(one) as [Sent];
    expect(await codeOf(one, request)).toBe('ok');
    await one.close();
    expect(await codeOf(await start(), request)).toBe('SignatureNonceUsed');
  });

  test('is answered while the database is read-only, once by each process', async () => {
    const kms = await start();
    await administrate(database.url, async (client) => {
      await client.query(`alter database ${database.name} set default_transaction_read_only = on`);
      await client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
    });
    const [request] = requests(kms) as [Sent];
    expect(await codeOf(kms, request)).toBe('ok');
    expect(await codeOf(kms, request)).toBe('SignatureNonceUsed');
  });

  test('may have a nonce that was used an hour ago, of which nothing is left', async () => {
    const store = await openStore({ url: database.url, rootKey: { key: Buffer.alloc(32, 7) } });
    try {
      const [one, two] = [new Nonces(store), new Nonces(store)];
      const kept = async () => (await store.db.selectFrom('used_nonces').selectAll().execute()).length;
      expect(await one.use('LTAI', 'a', 0)).toBe(true);
      expect(await two.use('LTAI', 'a', 30 * minuteMs - 1)).toBe(false);
      expect(await two.use('LTAI other', 'a', 0)).toBe(true);
      expect(await new Nonces(store).use('LTAI', 'a', 30 * minuteMs)).toBe(true);
      expect(await kept()).toBe(2);
      expect(await new Nonces(store).use('LTAI', 'b', 120 * minuteMs)).toBe(true);
      expect(await kept()).toBe(1);
    } finally {
      await store.close();
    }
  });
});

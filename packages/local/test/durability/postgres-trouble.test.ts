import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passing } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasPostgres, type TestDatabase, testDatabase } from '../support/postgres.js';
import { administrate } from '../support/postgres-server.js';
import { KmsProcess, Refusal } from './kms-process.js';
import { canStopPostgres, OwnPostgres } from './own-postgres.js';
import { expectSound } from './sound-database.js';
import { canMount, fullDisk } from './tiny-disk.js';

const unavailable = { status: 503, code: 'ServiceUnavailableTemporary' };
const refusal = (api: string, why: string) => ({
  ...unavailable,
  message: `${api}: ServiceUnavailableTemporary: The local KMS ${why}`,
});
/** Sessions that hold the one lock of writers and do nothing with it at this moment. */
const heldLock = (database: string): string => `
  select 1 from pg_locks join pg_stat_activity using (pid)
  where locktype = 'advisory' and granted and datname = '${database}' and state = 'idle in transaction'`;
const plaintext = Buffer.from('hello').toString('base64');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-trouble-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function start(url: string): Promise<KmsProcess> {
  const filesDir = await mkdtemp(join(folder, 'files-'));
  const env = { KMS_LOCAL_DATABASE: url, KMS_LOCAL_PASSPHRASE: 'correct horse' };
  return KmsProcess.start(['--files', filesDir], { env });
}

/** A key, a secret, and what was encrypted with the key. */
async function makeContent(kms: KmsProcess) {
  const { KeyId } = (await kms.call('CreateKey')).KeyMetadata;
  await kms.call('CreateSecret', { SecretName: 'old', SecretData: 'of value', VersionId: 'v1' });
  const { CiphertextBlob } = await kms.call('Encrypt', { KeyId, Plaintext: plaintext });
  return { blob: CiphertextBlob as string };
}

async function expectReads(kms: KmsProcess, { blob }: { blob: string }): Promise<void> {
  expect(await kms.call('Decrypt', { CiphertextBlob: blob })).toMatchObject({ Plaintext: plaintext });
  expect(await kms.call('GetSecretValue', { SecretName: 'old' })).toMatchObject({ SecretData: 'of value' });
  expect(await kms.call('ListKeys')).toMatchObject({ TotalCount: 1 });
}

/** The answer to a call once the KMS answers it again; until then it must say clearly that it cannot. */
async function untilAnswered(kms: KmsProcess, api: string, parameters?: Record<string, string>) {
  for (;;) {
    try {
      return await kms.call(api, parameters);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(error).toMatchObject(unavailable);
      await passing(10);
    }
  }
}

describe.skipIf(!canStopPostgres)('when PostgreSQL', () => {
  let server: OwnPostgres;
  beforeAll(async () => {
    server = await OwnPostgres.start();
  }, 60_000);
  afterAll(() => server.remove());

  test.each([
    ['in order', 'SIGINT'],
    ['at once', 'SIGQUIT'],
  ] as const)(
    'is stopped %s, calls fail with a clear error; when it is back, they work again without a restart, and all is there',
    async (_how, signal) => {
      const kms = await start(await server.newDatabase(`stopped_${signal.toLowerCase()}`));
      const content = await makeContent(kms);
      const startAgain = await server.stop(signal);
      for (const [api, parameters] of [
        ['CreateKey', {}],
        ['Decrypt', { CiphertextBlob: content.blob }],
        ['GetSecretValue', { SecretName: 'old' }],
        ['ListKeys', {}],
      ] as const) {
        await expect(kms.call(api, parameters), api).rejects.toMatchObject(refusal(api, 'cannot reach its database.'));
      }
      await startAgain();
      await untilAnswered(kms, 'ListKeys');
      await expectReads(kms, content);
      await kms.call('CreateKey');
      await kms.end('SIGTERM');
      expect(kms.child.exitCode).toBe(0);
      expect(kms.log).toEqual([
        expect.stringContaining('cannot reach its database'),
        'The local KMS can use its database again.',
      ]);
    },
  );

  test.skipIf(!canMount)(
    'has a full disk, writes are refused with a clear error, reads go on, and writes work again when it has room',
    async () => {
      const disk = fullDisk(48);
      try {
        const kms = await start(await server.newDatabase('full_disk', disk.directory));
        const content = await makeContent(kms);
        disk.fill(kms);
        // Small writes find room in pages that are there already; large ones soon need new ones.
        const put = async (): Promise<never> => {
          for (let version = 2; ; version += 1) {
            const SecretData = randomBytes(15_000).toString('hex');
            await kms.call('PutSecretValue', { SecretName: 'large', SecretData, VersionId: `v${version}` });
          }
        };
        await kms.call('CreateSecret', { SecretName: 'large', SecretData: 'x', VersionId: 'v1' });
        await expect(put()).rejects.toMatchObject(refusal('PutSecretValue', 'cannot write: its disk is full.'));
        await expectReads(kms, content);
        disk.free(kms);
        await kms.call('PutSecretValue', { SecretName: 'large', SecretData: 'y'.repeat(30_000), VersionId: 'last' });
        await kms.end('SIGTERM');
        expect(kms.log).toEqual([expect.stringContaining('disk is full'), 'The local KMS can write again.']);
      } finally {
        await server.dropDatabase('full_disk');
        disk.remove();
      }
    },
  );
});

describe.skipIf(!hasPostgres)('a local KMS on PostgreSQL', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase('nothing');
  });
  afterEach(() => database.drop());

  const administrateDatabase = (sql: string) => administrate(database.url, (client) => client.query(sql));
  const endSessions = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  /** The same with other timeouts of its sessions. */
  const withTimeouts = (parameters: Record<string, number>): string => {
    const url = new URL(database.url);
    for (const [name, ms] of Object.entries(parameters)) url.searchParams.set(name, String(ms));
    return url.href;
  };

  test('refuses writes with a clear error while the database is read-only, and reads go on', async () => {
    const kms = await start(database.url);
    const content = await makeContent(kms);
    await administrateDatabase(`alter database ${database.name} set default_transaction_read_only = on`);
    await administrateDatabase(endSessions);
    await untilAnswered(kms, 'ListKeys');
    for (const api of ['CreateKey', 'CreateKey']) {
      await expect(kms.call(api)).rejects.toMatchObject(refusal(api, 'cannot write: its database is read-only.'));
      await expectReads(kms, content);
    }
    await administrate(database.url, async (client) => {
      await client.query('set default_transaction_read_only = off');
      await client.query(`alter database ${database.name} reset default_transaction_read_only`);
      await client.query(endSessions);
    });
    await untilAnswered(kms, 'CreateKey');
    await kms.end('SIGTERM');
  });

  test('refuses a write that the database gives up half-way, as for want of disk space, and keeps nothing of it', async () => {
    const kms = await start(database.url);
    const content = await makeContent(kms);
    // Stands in for a full disk, which the tags of a new key are the first not to fit on.
    await administrateDatabase(`
      create function no_room() returns trigger language plpgsql
        as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger no_room before insert on tags for each row execute function no_room()`);
    const tags = { Tags: JSON.stringify([{ TagKey: 'a', TagValue: 'b' }]) };
    await expect(kms.call('CreateKey', tags)).rejects.toMatchObject(
      refusal('CreateKey', 'cannot write: its disk is full.'),
    );
    await expectReads(kms, content);
    await administrateDatabase('drop trigger no_room on tags');
    await kms.call('CreateKey', tags);
    await kms.end('SIGTERM');
  });

  test('refuses writes with a clear error while another holds the lock too long, and reads go on', async () => {
    const kms = await start(withTimeouts({ lock_timeout: 200 }));
    const content = await makeContent(kms);
    await administrate(database.url, async (client) => {
      await client.query('begin');
      await client.query('lock table keys, settings in exclusive mode');
      await expect(kms.call('CreateKey')).rejects.toMatchObject(
        refusal('CreateKey', 'cannot write: its database is locked by another process.'),
      );
      await expectReads(kms, content);
      await client.query('rollback');
    });
    await kms.call('CreateKey');
    await kms.end('SIGTERM');
  });

  test('that stands still in the middle of a write lets the others write after a while, and is well when it goes on', async () => {
    const one = await start(withTimeouts({ idle_in_transaction_session_timeout: 500 }));
    const other = await start(database.url);
    let isOver = false;
    const writing = async () => {
      while (!isOver) await untilAnswered(one, 'CreateKey');
    };
    const writers = Promise.all([writing(), writing(), writing()]);
    await administrate(database.url, async (client) => {
      for (;;) {
        one.signal('SIGSTOP');
        if ((await client.query(heldLock(database.name))).rows.length > 0) break;
        one.signal('SIGCONT');
        await passing(1);
      }
      await other.call('CreateKey');
      one.signal('SIGCONT');
      isOver = true;
      await writers;
      await one.call('CreateKey');
      expect(await other.call('ListKeys')).toEqual({
        ...(await one.call('ListKeys')),
        RequestId: expect.any(String),
      });
      await expectSound(async (sql) => (await client.query(sql)).rows);
    });
    await one.end('SIGTERM');
    await other.end('SIGTERM');
  });
});

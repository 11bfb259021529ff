import { randomBytes } from 'node:crypto';
import { Client } from 'alibabacloud-kms-sdk';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres, type PostgresServer } from '../../../packages/local/test/support/postgres-server.js';
import { openDatabase } from '../../src/recipes/rotation/database.js';
import { rotatePassword } from '../../src/recipes/rotation/rotate-password.js';
import { useExamples } from '../support/run-example.js';

const examples = useExamples();
const startPostgres = findPostgres();

describe.skipIf(!startPostgres)('with PostgreSQL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await (startPostgres as () => Promise<PostgresServer>)();
  }, 60_000);
  afterAll(() => postgres?.stop());

  test('the example rotates a password and no query fails, and leaves no user behind', async () => {
    const { stdout, stderr } = await examples.run('recipes/rotation', { POSTGRES_URL: postgres.url });
    expect(stdout).toMatch(/^10 rotations, \d{3,} queries, 0 failed\nReads from KMS: \d+\n$/);
    expect(stderr).toBe('');
    const db = new pg.Pool({ connectionString: postgres.url });
    expect((await db.query("select rolname from pg_roles where rolname like 'example\\_%'")).rows).toEqual([]);
    await db.end();
  });

  test('a rotation that is interrupted before it comes to KMS, and connections that the server ends, are not noticed', async () => {
    const admin = new pg.Pool({ connectionString: postgres.url });
    const client = new Client(examples.kms.clientConfig());
    const user = `test_${randomBytes(4).toString('hex')}`;
    const secretName = `test/${user}`;
    await admin.query(`create role ${user} login password 'first'`);
    const place = { encryptionKeyId: 'key-example', dkmsInstanceId: examples.kms.instanceId };
    const secretData = JSON.stringify({ user, password: 'first' });
    await client.createSecret({ secretName, secretData, versionId: 'v1', ...place });
    const { hostname: host, port, pathname } = new URL(postgres.url);
    const secrets = new SecretCache({ client });
    const database = openDatabase(secrets, secretName, { host, port: Number(port), database: pathname.slice(1), user });
    const whoAmI = async () => (await database.query('select current_user as name')).rows[0].name;
    expect(await whoAmI()).toBe(user);

    const interrupted = Object.create(client, {
      updateSecretVersionStage: { value: () => Promise.reject(new Error('interrupted')) },
    });
    await expect(rotatePassword(interrupted, admin, secretName, user)).rejects.toThrow('interrupted');
    const connection = await database.connect();
    const ended = new Promise((resolve) => connection.once('end', resolve));
    connection.on('error', () => {});
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [user]);
    await ended;
    connection.release(true);
    expect(await whoAmI()).toBe(user);

    await database.end();
    await secrets.close();
    await admin.query(`drop role ${user}`);
    await admin.end();
    await client.close();
  });
});

import { Client } from 'alibabacloud-kms-sdk';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres, type PostgresServer } from '../../../packages/local/test/support/postgres-server.js';
import { Customers } from '../../src/recipes/postgres-column/customers.js';
import { useExamples } from '../support/run-example.js';

const examples = useExamples();
const startPostgres = findPostgres();

describe.skipIf(!startPostgres)('with PostgreSQL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await (startPostgres as () => Promise<PostgresServer>)();
  }, 60_000);
  afterAll(() => postgres?.stop());

  test('the example finds by MAC what PostgreSQL has as ciphertext, with one data key for all rows', async () => {
    const { stdout } = await examples.run('recipes/postgres-column', { POSTGRES_URL: postgres.url });
    expect(stdout).toBe(
      'Found by phone: Li Lei, +86 138 0000 1234\n' +
        'PostgreSQL has 71 characters for 17\n' +
        'Calls for data keys of 101 rows: 1\n',
    );
  });

  test('another process with the same secret reads the column, and one without finds nothing', async () => {
    const db = new pg.Pool({ connectionString: postgres.url });
    const client = new Client(examples.kms.clientConfig());
    const { keyMetadata } = await client.createKey({
      keySpec: 'HMAC_SHA_256',
      keyUsage: 'GENERATE/VERIFY_MAC',
      dkmsInstanceId: examples.kms.instanceId,
    });
    const { keyMetadata: other } = await client.createKey({
      keySpec: 'HMAC_SHA_256',
      keyUsage: 'GENERATE/VERIFY_MAC',
      dkmsInstanceId: examples.kms.instanceId,
    });
    const open = (macKeyId: string) => {
      const options = { kms: client, keys: ['alias/example'], headerSecret: 'test/customers.phone', cache: {} };
      return new Customers(db, new Envelope(options), client, macKeyId);
    };
    const first = open(keyMetadata.keyId);
    await first.createTable();
    const id = await first.add({ name: 'Li Lei', phone: '+86 138 0000 1234' });
    expect(await open(keyMetadata.keyId).findByPhone('+8613800001234')).toEqual([
      { id, name: 'Li Lei', phone: '+86 138 0000 1234' },
    ]);
    expect(await open(other.keyId).findByPhone('+8613800001234')).toEqual([]);
    await db.end();
    await client.close();
  });
});

/** Encrypt a column of a PostgreSQL table, 36 bytes longer than its text, and find rows by an HMAC of KMS. */
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import pg from 'pg';
import { client as makeClient } from '../client.js';
import { env, envOr } from '../env.js';
import { withKey } from '../scratch.js';
import { Customers } from './postgres-column/customers.js';

const client = makeClient();
const db = new pg.Pool({ connectionString: env('POSTGRES_URL') });
const envelope = new Envelope({
  kms: client,
  keys: [envOr('KMS_KEY_ID', 'alias/example')],
  headerSecret: 'example/customers.phone',
  cache: {},
});

await withKey(
  client,
  async ({ keyId: macKeyId }) => {
    const customers = new Customers(db, envelope, client, macKeyId);
    await customers.createTable();
    for (let i = 0; i < 100; i++) await customers.add({ name: `No. ${i}`, phone: `+86 139 0000 ${1000 + i}` });
    await customers.add({ name: 'Li Lei', phone: '+86 138 0000 1234' });

    const [found] = await customers.findByPhone('+86-138-0000-1234');
    console.log(`Found by phone: ${found?.name}, ${found?.phone}`);
    const { rows } = await db.query('select phone from customers where name = $1', ['Li Lei']);
    console.log(`PostgreSQL has ${rows[0].phone.length} characters for 17`);
    console.log(`Calls for data keys of 101 rows: ${envelope.cacheCounters.encrypt.fetches}`);
  },
  { keySpec: 'HMAC_SHA_256', keyUsage: 'GENERATE/VERIFY_MAC' },
);

await db.query('drop table customers');
await db.end();
envelope.close();
await client.deleteSecret({ secretName: 'example/customers.phone', forceDeleteWithoutRecovery: true });
await client.close();

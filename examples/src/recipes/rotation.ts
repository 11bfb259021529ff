/** Rotate the password of a PostgreSQL user repeatedly while others query: no query fails. */
import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SecretCache } from 'alibabacloud-kms-sdk/secrets';
import pg from 'pg';
import { client as makeClient } from '../client.js';
import { env } from '../env.js';
import { withSecret } from '../scratch.js';
import { openDatabase } from './rotation/database.js';
import { rotatePassword } from './rotation/rotate-password.js';

const rotations = 10;
const queriesBetween = 50;

const client = makeClient();
const { hostname: host, port, pathname } = new URL(env('POSTGRES_URL'));
const admin = new pg.Pool({ connectionString: env('POSTGRES_URL') });
const user = `example_${randomBytes(4).toString('hex')}`;
const password = randomBytes(16).toString('hex');
await admin.query(`create role ${user} login password '${password}'`);

async function rotateUnderLoad(secretName: string): Promise<void> {
  await using secrets = new SecretCache({ client });
  // Connections are given up early, so that this example logs in often.
  const address = { host, port: Number(port || 5432), database: pathname.slice(1) };
  const database = openDatabase(secrets, secretName, { ...address, user, max: 4, maxUses: 5 });
  let isOver = false;
  const counts = { queries: 0, failed: 0 };
  const askAlways = async () => {
    while (!isOver) {
      await database.query('select now()').catch(() => (counts.failed += 1));
      counts.queries += 1;
    }
  };
  const asking = [1, 2, 3, 4].map(askAlways);
  for (let rotation = 0; rotation < rotations; rotation += 1) {
    await rotatePassword(client, admin, secretName, user);
    for (const enough = counts.queries + queriesBetween; counts.queries < enough; ) await nextTurn();
  }
  isOver = true;
  await Promise.all(asking);
  await database.end();
  console.log(`${rotations} rotations, ${counts.queries} queries, ${counts.failed} failed`);
  console.log(`Reads from KMS: ${secrets.stats().refreshes}`);
}

try {
  await withSecret(client, rotateUnderLoad, { secretData: JSON.stringify({ user, password }) });
} finally {
  await admin.query(`drop role ${user}`);
  await admin.end();
  await client.close();
}

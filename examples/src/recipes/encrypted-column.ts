/** Encrypt a column of an SQL table with KMS, each value bound to its row, and search it by a keyed hash. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KmsServiceError } from 'alibabacloud-kms-sdk';
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';
import { Customers } from './encrypted-column/customers.js';
import { openDatabase } from './encrypted-column/database.js';

const folder = await mkdtemp(join(tmpdir(), 'encrypted-column-'));
const file = join(folder, 'shop.db');
const client = instanceClient();
const db = await openDatabase(file);
const customers = await Customers.open(db, client, envOr('KMS_KEY_ID', 'alias/example'));

const li = await customers.add({ name: 'Li Lei', phone: '+86 138 0000 1234' });
const han = await customers.add({ name: 'Han Meimei', phone: '+86 139 0000 5678' });
const [found] = await customers.findByPhone('+86-138-0000-1234');
console.log(`Found by phone: ${found?.name}, ${found?.phone}`);
console.log(`The file contains the number: ${(await readFile(file)).includes('138 0000 1234')}`);

// Somebody who may write to the database moves a value to his own row.
const { phone } = await db.selectFrom('customers').select('phone').where('id', '=', li).executeTakeFirstOrThrow();
await db
  .updateTable('customers')
  .set({ phone: new Uint8Array(phone) })
  .where('id', '=', han)
  .execute();
const refusal = await customers.get(han).catch((error: unknown) => error);
if (!(refusal instanceof KmsServiceError)) throw new Error('a value of another row was opened');
console.log(`A value of another row is refused: ${refusal.code}`);

await db.destroy();
await client.close();
await rm(folder, { recursive: true });

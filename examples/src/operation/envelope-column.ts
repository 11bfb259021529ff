/** Encrypt a database value to short text, bound to its table and row. */
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { client as clientOfBoth } from '../client.js';
import { envOr } from '../env.js';

// The public gateway resolves the alias.
const client = clientOfBoth();
const envelope = new Envelope({ kms: client, keys: [envOr('KMS_KEY_ID', 'alias/example')] });
const contextOf = (id: number) => ({ table: 'customers', column: 'phone', id: `${id}` });

const row = { id: 17, phone: await envelope.encryptText('+86 138 0000 1234', { context: contextOf(17) }) };
console.log(`In the database: ${row.phone.length} letters, digits, - and _: ${/^[\w-]+$/.test(row.phone)}`);
console.log(`Row ${row.id}: ${await envelope.decryptText(row.phone, { context: contextOf(row.id) })}`);

const moved = await envelope.decryptText(row.phone, { context: contextOf(18) }).catch((error: unknown) => error);
console.log(`Copied to row 18: ${(moved as { code?: string }).code}`);

await client.close();

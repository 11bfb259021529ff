/** Encrypt and decrypt data of any size in memory, in the format of the Encryption SDKs for Java and Python. */
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { client as clientOfBoth } from '../client.js';
import { envOr } from '../env.js';

// The public gateway resolves the alias.
const client = clientOfBoth();
// One data key serves many messages with the same context, so that most of them need no call to KMS.
const envelope = new Envelope({ kms: client, keys: [envOr('KMS_KEY_ID', 'alias/example')], cache: {} });

const context = { tenant: '42' };
const data = new Uint8Array(1_000_000).fill(7);
const message = await envelope.encrypt(data, { context });
const { plaintext, algorithm } = await envelope.decrypt(message, { context });
console.log(`${plaintext.length} bytes, ${algorithm}, the same: ${Buffer.compare(plaintext, data) === 0}`);

const refusal = await envelope.decrypt(message, { context: { tenant: '43' } }).catch((error: unknown) => error);
console.log(`With the context of another tenant: ${(refusal as { code?: string }).code}`);

envelope.close();
await client.close();

// Our envelope with a cached data key: messages of 1 KiB, like aws-encryption.cjs and python-encryption.py.
import { readFileSync } from 'node:fs';
import { Client } from 'alibabacloud-kms-sdk';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { readFacts, serveTasks } from './tasks.cjs';

const { endpoint, regionId, accessKeyId, accessKeySecret, caFile, keyArn } = await readFacts();
const ca = readFileSync(caFile, 'utf8');
const client = new Client({ publicConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca } });
const cache = { maxAgeMs: 3_600_000, maxMessages: 2 ** 32 };
const envelope = new Envelope({ kms: client, keys: [keyArn], cache });

const data = new Uint8Array(1024).fill(7);
const context = { table: 'cards' };
const message = await envelope.encrypt(data, { context });

await serveTasks({
  encrypt: () => envelope.encrypt(data, { context }),
  decrypt: () => envelope.decrypt(message, { context }),
});
envelope.close();
await client.close();

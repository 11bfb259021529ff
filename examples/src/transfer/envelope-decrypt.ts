/** Decrypt the output of envelope-encrypt by hand: KMS decrypts the data key, which decrypts the rest locally. */
import { readFile } from 'node:fs/promises';
import { DecryptRequest, GenerateDataKeyRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { type Envelope, open, seal } from '../envelope.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();
const file = envOr('KMS_ENVELOPE_FILE', undefined);

// 1. The file of envelope-encrypt; without one, an envelope made for this example.
const envelope: Envelope = file ? JSON.parse(await readFile(file, 'utf8')) : await newEnvelope();

// 2. KMS decrypts the data key: the only call, for data of any size.
const { plaintext } = await client.decrypt(new DecryptRequest({ ciphertextBlob: envelope.encryptedDataKey }));

// 3. The data key decrypts the data locally, and detects changes.
const data = open(envelope, Buffer.from(plaintext, 'base64'));
console.log(`Decrypted ${data.length} bytes: ${data}`);

await client.close();

async function newEnvelope(): Promise<Envelope> {
  const keyId = envOr('KMS_KEY_ID', 'alias/example');
  const dataKey = await client.generateDataKey(new GenerateDataKeyRequest({ keyId, keySpec: 'AES_256' }));
  const report = Buffer.from('a report that is too large for KMS');
  return seal(report, Buffer.from(dataKey.plaintext, 'base64'), dataKey.ciphertextBlob);
}

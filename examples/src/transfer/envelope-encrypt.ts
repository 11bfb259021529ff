/** Encrypt a file by hand with a data key of KMS: envelope encryption, into a small JSON file. */
import { writeFile } from 'node:fs/promises';
import { GenerateDataKeyRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { seal } from '../envelope.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');
const file = envOr('KMS_ENVELOPE_FILE', undefined);

// 1. KMS generates a data key and returns it twice: in plaintext, and encrypted under the key that never leaves KMS.
const dataKey = await client.generateDataKey(new GenerateDataKeyRequest({ keyId, keySpec: 'AES_256' }));

// 2. The data key encrypts data of any size locally, and is then forgotten.
const data = Buffer.from('a report that is too large for KMS');
const envelope = seal(data, Buffer.from(dataKey.plaintext, 'base64'), dataKey.ciphertextBlob);

// 3. The encrypted data key is stored with the data: src/envelope.ts describes the file.
const text = JSON.stringify(envelope, null, 2);
if (file) await writeFile(file, text);
console.log(`Encrypted ${data.length} bytes under ${keyId}${file ? ` into ${file}` : ''}`);
if (!file) console.log(text);

await client.close();

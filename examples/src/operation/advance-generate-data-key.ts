/** Generate a data key with AdvanceGenerateDataKey, and decrypt its ciphertext. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const dataKey = await client.advanceGenerateDataKey({ keyId, numberOfBytes: 32, aad: 'file-1' });
// Encrypt locally with dataKey.plaintext, then forget it; store the ciphertext with the data.
console.log(`Data key of ${dataKey.plaintext.length} bytes, under key ${dataKey.keyId}, ${dataKey.algorithm}`);
console.log(`To keep: ${Buffer.from(dataKey.ciphertextBlob).toString('base64')}`);

const opened = await client.advanceDecrypt({ ciphertextBlob: dataKey.ciphertextBlob, aad: 'file-1' });
console.log(`Opened again, the same key: ${Buffer.compare(opened.plaintext, dataKey.plaintext) === 0}`);

await client.close();

/** Generate a data key with GenerateDataKey, and decrypt it with Decrypt and its iv. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const dataKey = await client.generateDataKey({ keyId, numberOfBytes: 32, aad: 'file-1' });
// Encrypt locally with dataKey.plaintext, then forget it; store ciphertext and iv with the data.
console.log(`Data key of ${dataKey.plaintext.length} bytes, encrypted with ${dataKey.algorithm}`);

const { ciphertextBlob, iv } = dataKey;
const opened = await client.decrypt({ keyId, ciphertextBlob, iv, aad: 'file-1' });
console.log(`Opened again, the same key: ${Buffer.compare(opened.plaintext, dataKey.plaintext) === 0}`);

await client.close();

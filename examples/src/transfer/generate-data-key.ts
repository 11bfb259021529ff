/** Move GenerateDataKey and Decrypt of KMS 1.0 to the instance. */
import { DecryptRequest, GenerateDataKeyRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const dataKey = await client.generateDataKey(new GenerateDataKeyRequest({ keyId, keySpec: 'AES_256' }));
console.log(`Data key of ${Buffer.from(dataKey.plaintext, 'base64').length} bytes`);
console.log(`To keep: ${dataKey.ciphertextBlob}`);

const opened = await client.decrypt(new DecryptRequest({ ciphertextBlob: dataKey.ciphertextBlob }));
console.log(`Opened again, the same key: ${opened.plaintext === dataKey.plaintext}`);

await client.close();

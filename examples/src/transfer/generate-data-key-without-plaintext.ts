/** Move GenerateDataKeyWithoutPlaintext of KMS 1.0 to the instance, for a data key that is needed later. */
import { DecryptRequest, GenerateDataKeyWithoutPlaintextRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const { ciphertextBlob } = await client.generateDataKeyWithoutPlaintext(
  new GenerateDataKeyWithoutPlaintextRequest({ keyId, numberOfBytes: 24 }),
);
console.log(`To keep: ${ciphertextBlob}`);

const { plaintext } = await client.decrypt(new DecryptRequest({ ciphertextBlob }));
console.log(`Opened when needed: ${Buffer.from(plaintext, 'base64').length} bytes`);

await client.close();

/** Move Encrypt of KMS 1.0 to the instance, with unchanged request and response. */
import { EncryptRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const { ciphertextBlob, keyVersionId } = await client.encrypt(
  new EncryptRequest({
    keyId,
    plaintext: Buffer.from('hello, KMS').toString('base64'),
    encryptionContext: { tenant: '42' },
  }),
);
console.log(`Encrypt went to the ${client.explainRoute('Encrypt').gateway} gateway; key version ${keyVersionId}`);
console.log(`Ciphertext: ${ciphertextBlob}`);

await client.close();

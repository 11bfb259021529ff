/** Move Decrypt of KMS 1.0 to the instance, which decrypts ciphertexts of the public gateway. */
import { DecryptRequest, EncryptRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');
const encryptionContext = { tenant: '42' };

// As before the move: encrypted by the public gateway.
const plaintext = Buffer.from('hello, KMS').toString('base64');
const { ciphertextBlob } = await client.encryptEx(new EncryptRequest({ keyId, plaintext, encryptionContext }), {
  isUseKmsShareGateway: true,
});

const opened = await client.decrypt(new DecryptRequest({ ciphertextBlob, encryptionContext }));
console.log(`Decrypt went to the ${client.explainRoute('Decrypt').gateway} gateway`);
console.log(`Decrypted: ${Buffer.from(opened.plaintext, 'base64')}`);

await client.close();

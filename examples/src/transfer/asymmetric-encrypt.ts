/** Move AsymmetricEncrypt of KMS 1.0 with an RSA key to the instance. */
import { AsymmetricEncryptRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { newestVersion, transferClient } from '../transfer-client.js';

const client = transferClient();
const { keyId, keyVersionId } = await newestVersion(client, envOr('KMS_RSA_KEY_ID', 'alias/example-rsa'));

const { ciphertextBlob } = await client.asymmetricEncrypt(
  new AsymmetricEncryptRequest({
    keyId,
    keyVersionId,
    algorithm: 'RSAES_OAEP_SHA_256',
    plaintext: Buffer.from('hello, RSA').toString('base64'),
  }),
);
console.log(`Encrypted with ${keyId}, version ${keyVersionId}`);
console.log(`Ciphertext: ${ciphertextBlob}`);

await client.close();

/** Move AsymmetricDecrypt of KMS 1.0 with an RSA key to the instance. */
import { AsymmetricDecryptRequest, AsymmetricEncryptRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { newestVersion, transferClient } from '../transfer-client.js';

const client = transferClient();
const { keyId, keyVersionId } = await newestVersion(client, envOr('KMS_RSA_KEY_ID', 'alias/example-rsa'));
const algorithm = 'RSAES_OAEP_SHA_256';

const plaintext = Buffer.from('hello, RSA').toString('base64');
const { ciphertextBlob } = await client.asymmetricEncrypt(
  new AsymmetricEncryptRequest({ keyId, keyVersionId, algorithm, plaintext }),
);

const opened = await client.asymmetricDecrypt(
  new AsymmetricDecryptRequest({ keyId, keyVersionId, algorithm, ciphertextBlob }),
);
console.log(`Decrypted: ${Buffer.from(opened.plaintext, 'base64')}`);

await client.close();

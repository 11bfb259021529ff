/** Run a program for KMS 1.0 with @alicloud/kms20160120; moving-after is the same program on a KMS instance. */
import Kms from '@alicloud/kms20160120';
import { Config } from '@alicloud/rpc-client';
import { env, envOr } from '../env.js';

const config = new Config({
  accessKeyId: env('ALIBABA_CLOUD_ACCESS_KEY_ID'),
  accessKeySecret: env('ALIBABA_CLOUD_ACCESS_KEY_SECRET'),
  regionId: env('ALIBABA_CLOUD_REGION_ID'),
  endpoint: envOr('KMS_ENDPOINT', undefined)?.replace('https://', ''),
});
const client = new Kms.default(config);

const keyId = envOr('KMS_KEY_ID', 'alias/example');
// As text: an object does not arrive at KMS, whatever the types of version 1.2.0 say.
const encryptionContext = JSON.stringify({ order: '17' });

const { keyMetadata } = await client.describeKey(new Kms.DescribeKeyRequest({ keyId }));
console.log(`Key: ${keyMetadata.keySpec}, ${keyMetadata.keyState}`);

const { secretData } = await client.getSecretValue(
  new Kms.GetSecretValueRequest({ secretName: envOr('KMS_SECRET_NAME', 'example/db') }),
);
console.log(`Secret: for the user ${JSON.parse(secretData).user}`);

const plaintext = Buffer.from('4711').toString('base64');
const { ciphertextBlob } = await client.encrypt(new Kms.EncryptRequest({ keyId, plaintext, encryptionContext }));
console.log(`Ciphertext: ${ciphertextBlob}`);

// Of an earlier run, of this program or of the other one.
const stored = envOr('CIPHERTEXT', ciphertextBlob);
const opened = await client.decrypt(new Kms.DecryptRequest({ ciphertextBlob: stored, encryptionContext }));
console.log(`Decrypted: ${Buffer.from(opened.plaintext, 'base64').toString()}`);

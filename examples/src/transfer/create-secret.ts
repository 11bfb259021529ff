/** Create a secret in the instance with CreateSecret of KMS 1.0, still on the public gateway; it is deleted at once. */
import { DeleteSecretRequest, GetSecretValueRequest } from '@alicloud/kms20160120';
import { env, envOr } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();
const secretName = `example/transfer-${Date.now()}`;

// CreateSecret takes the id of the encryption key, not an alias.
const { keyMetadata } = await client.describeKey({ keyId: envOr('KMS_KEY_ID', 'alias/example') });
// The models of versions 1.x do not support instances: a plain object names the instance for the secret.
await client.createSecret({
  secretName,
  versionId: 'v1',
  secretData: '{"user":"app","password":"s3cret"}',
  encryptionKeyId: keyMetadata.keyId,
  DKMSInstanceId: env('KMS_INSTANCE_ID'),
});
console.log(`CreateSecret went to the ${client.explainRoute('CreateSecret').gateway} gateway: ${secretName}`);

try {
  const { versionId } = await client.getSecretValue(new GetSecretValueRequest({ secretName }));
  console.log(
    `GetSecretValue went to the ${client.explainRoute('GetSecretValue').gateway} gateway: version ${versionId}`,
  );
} finally {
  await client.deleteSecret(new DeleteSecretRequest({ secretName, forceDeleteWithoutRecovery: 'true' }));
}
console.log('Deleted, without a recovery window');

await client.close();

/** Create a secret in the instance with CreateSecret of KMS 1.0, still at the public gateway; it is deleted at once. */
import { DeleteSecretRequest, GetSecretValueRequest } from '@alicloud/kms20160120';
import { env, envOr } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();
const secretName = `example/transfer-${Date.now()}`;

// The key that encrypts it is named by its id here, not by an alias.
const { keyMetadata } = await client.describeKey({ keyId: envOr('KMS_KEY_ID', 'alias/example') });
// The models of versions 1.x do not know instances: a plain object says which one the secret is for.
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

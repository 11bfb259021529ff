/** Create a secret if it does not exist yet, by the error code of the service. */
import { KmsServiceError } from 'alibabacloud-kms-sdk';
import { publicClient } from '../client.js';
import { instanceId, newName, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const secretName = newName('once');
  for (const secretData of ['first', 'second']) {
    try {
      const inInstance = { encryptionKeyId: keyId, dkmsInstanceId: instanceId() };
      await client.createSecret({ secretName, secretData, versionId: 'v1', ...inInstance });
      console.log(`${secretName} was created`);
    } catch (error) {
      if (!(error instanceof KmsServiceError && error.code === 'Rejected.ResourceExist')) throw error;
      console.log(`${secretName} was there already (${error.code})`);
    }
  }
  console.log(`Its value is ${(await client.getSecretValue({ secretName })).secretData}`);
  await client.deleteSecret({ secretName, forceDeleteWithoutRecovery: true });
});

await client.close();

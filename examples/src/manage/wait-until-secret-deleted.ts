/** Wait until a deleted secret is gone, so that its name is free. */
import { publicClient } from '../client.js';
import { instanceId, newName, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const secret = {
    secretName: newName('token'),
    versionId: 'v1',
    encryptionKeyId: keyId,
    dkmsInstanceId: instanceId(),
  };
  const { secretName } = await client.createSecret({ ...secret, secretData: 'old' });
  await client.deleteSecret({ secretName, forceDeleteWithoutRecovery: true });

  await client.waitUntilSecretDeleted({ secretName }, { timeoutMs: 60_000 });

  await client.createSecret({ ...secret, secretData: 'new' });
  console.log(`${secretName} was created again: ${(await client.getSecretValue({ secretName })).secretData}`);
  await client.deleteSecret({ secretName, forceDeleteWithoutRecovery: true });
});

await client.close();

/** Create a secret, encrypted under a key of the same instance. */
// A secret counts towards the quota of its instance until it is deleted.
import { publicClient } from '../client.js';
import { instanceId, newName, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const { secretName, versionId, arn } = await client.createSecret({
    secretName: newName('db'),
    secretData: JSON.stringify({ user: 'app', password: 's3cret' }),
    versionId: 'v1',
    encryptionKeyId: keyId,
    dkmsInstanceId: instanceId(),
    description: 'database of the shop',
  });
  console.log(`Created ${secretName} with version ${versionId}`);
  console.log(`Its ARN is ${arn}`);
  await client.deleteSecret({ secretName, forceDeleteWithoutRecovery: true });
});

await client.close();

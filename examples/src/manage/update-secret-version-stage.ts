/** Go back to the previous version of a secret: move the stage ACSCurrent. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  await client.putSecretValue({ secretName, secretData: 'wrong value', versionId: 'v2' });
  await client.updateSecretVersionStage({ secretName, versionStage: 'ACSCurrent', moveToVersion: 'v1' });
  const { versionId, secretData } = await client.getSecretValue({ secretName });
  console.log(`The current version is ${versionId} again: ${secretData}`);
});

await client.close();

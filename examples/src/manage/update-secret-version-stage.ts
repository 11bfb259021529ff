/** Go back to the version before: move the stage ACSCurrent. */
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

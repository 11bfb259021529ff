/** Store a new version of a secret: it becomes the current one, and the former current one the previous one. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  const { versionId, versionStages } = await client.putSecretValue({
    secretName,
    secretData: 'second value',
    versionId: 'v2',
  });
  console.log(`${versionId} is ${versionStages.join(', ')}`);
  const previous = await client.getSecretValue({ secretName, versionStage: 'ACSPrevious' });
  console.log(`${previous.versionId} is ${previous.versionStages.join(', ')}`);
});

await client.close();

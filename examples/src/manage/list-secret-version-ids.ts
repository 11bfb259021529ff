/** List the versions of a secret, including those without a stage. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  await client.putSecretValue({ secretName, secretData: 'second value', versionId: 'v2' });
  await client.putSecretValue({ secretName, secretData: 'third value', versionId: 'v3' });

  const { versionIds } = await client.listSecretVersionIds({ secretName, includeDeprecated: true });
  for (const { versionId, versionStages } of versionIds) {
    console.log(`${versionId}: ${versionStages.join(', ') || 'deprecated'}`);
  }
});

await client.close();

/** Get several secrets in one call; the response lists those that failed separately. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (first) => {
  await withSecret(client, async (second) => {
    const { secretValues, errors } = await client.batchGetSecretValue({
      secretsList: [
        { secretName: first },
        { secretName: second, versionStage: 'ACSCurrent' },
        { secretName: 'example-missing' },
      ],
    });
    console.log(`Read ${secretValues.length} secrets, the first one with version ${secretValues[0]?.versionId}`);
    for (const { secretName, code } of errors) console.log(`Not ${secretName}: ${code}`);
  });
});

await client.close();

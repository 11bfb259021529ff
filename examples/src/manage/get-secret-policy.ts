/** Get the policy of a secret: who may manage and read it. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  const { policy } = await client.getSecretPolicy({ secretName });
  console.log(`Policy of ${secretName}: ${JSON.stringify(policy)}`);
});

await client.close();

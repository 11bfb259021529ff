/** Get the policy of a key: who may manage and use it. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const { policy } = await client.getKeyPolicy({ keyId });
  console.log(`Policy of ${keyId}: ${JSON.stringify(policy)}`);
});

await client.close();

/** Show what a policy allows. */
import { publicClient } from '../client.js';
import { withPolicy } from '../scratch-access.js';

const client = publicClient();
await withPolicy(client, async (name) => {
  const { permissions, resources } = await client.describePolicy({ name });
  console.log(`${name} allows ${permissions.join(', ')} on ${resources.join(', ')}`);
});

await client.close();

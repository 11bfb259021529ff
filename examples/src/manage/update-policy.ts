/** Update a policy. */
import { publicClient } from '../client.js';
import { secretUser, withPolicy } from '../scratch-access.js';

const client = publicClient();
await withPolicy(client, async (name) => {
  await client.updatePolicy({ name, permissions: [secretUser], resources: ['secret/shop-db'] });
  const { permissions, resources } = await client.describePolicy({ name });
  console.log(`${name} now allows ${permissions.join(', ')} on ${resources.join(', ')}`);
});

await client.close();

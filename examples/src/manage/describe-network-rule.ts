/** Show which addresses a network rule allows. */
import { publicClient } from '../client.js';
import { withNetworkRule } from '../scratch-access.js';

const client = publicClient();
await withNetworkRule(client, async (name) => {
  const { type, sourcePrivateIp } = await client.describeNetworkRule({ name });
  console.log(`${name} is ${type}: ${sourcePrivateIp.join(', ')}`);
});

await client.close();

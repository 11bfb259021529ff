/** Update the addresses of a network rule, which affects every policy that uses it. */
import { publicClient } from '../client.js';
import { withNetworkRule } from '../scratch-access.js';

const client = publicClient();
await withNetworkRule(client, async (name) => {
  await client.updateNetworkRule({ name, sourcePrivateIp: ['10.1.0.0/16'], description: 'moved' });
  const { sourcePrivateIp, description } = await client.describeNetworkRule({ name });
  console.log(`${name} is now ${sourcePrivateIp.join(', ')} (${description})`);
});

await client.close();

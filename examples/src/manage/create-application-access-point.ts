/** Create an application access point, whose policies decide what its client keys may do. */
import { publicClient } from '../client.js';
import { newName } from '../scratch.js';
import { withPolicy } from '../scratch-access.js';

const client = publicClient();
await withPolicy(client, async (policy) => {
  const { name, authenticationMethod, policies } = await client.createApplicationAccessPoint({
    name: newName('shop'),
    policies: [policy],
    description: 'the shop',
  });
  console.log(`Created ${name} with ${policies.join(', ')}, to log in with a ${authenticationMethod}`);

  await client.deleteApplicationAccessPoint({ name });
});

await client.close();

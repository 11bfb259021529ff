/** Create a policy: which keys and secrets of an instance may be used, and from where. */
import { publicClient } from '../client.js';
import { instanceId, newName } from '../scratch.js';
import { keyUser, secretUser, withNetworkRule } from '../scratch-access.js';

const client = publicClient();
await withNetworkRule(client, async (networkRule) => {
  const { name, permissions, resources, accessControlRules } = await client.createPolicy({
    name: newName('policy'),
    kmsInstance: instanceId(),
    permissions: [keyUser, secretUser],
    resources: ['key/*', 'secret/shop-db'],
    accessControlRules: { networkRules: [networkRule] },
    description: 'what the shop needs',
  });
  console.log(`Created ${name} for ${resources.join(' and ')} from ${accessControlRules?.networkRules.join(', ')}`);
  for (const permission of permissions) console.log(permission);

  await client.deletePolicy({ name });
});

await client.close();

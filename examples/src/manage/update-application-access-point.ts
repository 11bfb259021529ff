/** Replace the policy of an application access point, which immediately gives its client keys more permissions. */
import { publicClient } from '../client.js';
import { instanceId, newName } from '../scratch.js';
import { secretUser, withAccessPoint } from '../scratch-access.js';

const client = publicClient();
const secrets = newName('secrets');
await client.createPolicy({
  name: secrets,
  kmsInstance: instanceId(),
  permissions: [secretUser],
  resources: ['secret/*'],
});
await withAccessPoint(client, async (name) => {
  const before = await client.describeApplicationAccessPoint({ name });
  await client.updateApplicationAccessPoint({ name, policies: [...before.policies, secrets] });
  const after = await client.describeApplicationAccessPoint({ name });
  console.log(
    `${name} had ${before.policies.length} policy, and has ${after.policies.length}: ${after.policies.join(', ')}`,
  );
});
await client.deletePolicy({ name: secrets });

await client.close();

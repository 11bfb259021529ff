/** Show which policies an application access point has. */
import { publicClient } from '../client.js';
import { withAccessPoint } from '../scratch-access.js';

const client = publicClient();
await withAccessPoint(client, async (name) => {
  const { policies, arn } = await client.describeApplicationAccessPoint({ name });
  console.log(`${name} has ${policies.length} policy: ${policies.join(', ')}`);
  console.log(`Its ARN is ${arn}`);
});

await client.close();

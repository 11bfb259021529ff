/** Delete an application access point, after its client keys. */
import { publicClient } from '../client.js';
import { newName, refusal } from '../scratch.js';
import { withPolicy } from '../scratch-access.js';

const client = publicClient();
await withPolicy(client, async (policy) => {
  const name = newName('app');
  await client.createApplicationAccessPoint({ name, policies: [policy] });
  const { clientKeyId } = await client.createClientKey({ aapName: name, password: 'Not-4-production' });
  console.log(`In use it stays: ${await refusal(client.deleteApplicationAccessPoint({ name }))}`);

  await client.deleteClientKey({ clientKeyId });
  await client.deleteApplicationAccessPoint({ name });

  console.log(`Then ${name} is gone: ${await refusal(client.describeApplicationAccessPoint({ name }))}`);
});

await client.close();

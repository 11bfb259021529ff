/** Delete a client key: from then on, KMS refuses calls with it. */
import { publicClient } from '../client.js';
import { withAccessPoint } from '../scratch-access.js';

const client = publicClient();
await withAccessPoint(client, async (aapName) => {
  const { clientKeyId } = await client.createClientKey({ aapName, password: 'Not-4-production' });
  await client.deleteClientKey({ clientKeyId });
  const { clientKeys } = await client.listClientKeys({ aapName });
  console.log(`${clientKeyId} is gone; ${aapName} has ${clientKeys.length} client keys`);
});

await client.close();

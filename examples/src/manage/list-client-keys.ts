/** List the client keys of an application access point, e.g. to replace one before it expires. */
import { publicClient } from '../client.js';
import { withAccessPoint } from '../scratch-access.js';

const client = publicClient();
await withAccessPoint(client, async (aapName) => {
  await client.createClientKey({ aapName, password: 'Not-4-production' });
  const { clientKeys } = await client.listClientKeys({ aapName });
  for (const { clientKeyId, notAfter } of clientKeys) {
    console.log(`${aapName} has ${clientKeyId}, which expires at ${notAfter.toISOString()}`);
  }
});

await client.close();

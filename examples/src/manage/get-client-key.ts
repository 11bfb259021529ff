/** Show when a client key expires. */
import { publicClient } from '../client.js';
import { withAccessPoint } from '../scratch-access.js';

const client = publicClient();
await withAccessPoint(client, async (aapName) => {
  const { clientKeyId } = await client.createClientKey({ aapName, password: 'Not-4-production' });

  const clientKey = await client.getClientKey({ clientKeyId });

  const days = Math.round((clientKey.notAfter.getTime() - clientKey.notBefore.getTime()) / (24 * 3_600_000));
  console.log(`${clientKeyId} of ${clientKey.aapName}: ${clientKey.keyAlgorithm}, valid for ${days} days`);
});

await client.close();

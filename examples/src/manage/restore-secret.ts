/** Restore a secret whose deletion is scheduled. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  await client.deleteSecret({ secretName, recoveryWindowInDays: 7 });
  await client.restoreSecret({ secretName });
  const { secretData } = await client.getSecretValue({ secretName });
  console.log(`${secretName} is back: ${secretData}`);
});

await client.close();

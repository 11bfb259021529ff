/** Delete a secret after a recovery window, or at once. */
import { publicClient } from '../client.js';
import { refusal, withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  const { plannedDeleteTime } = await client.deleteSecret({ secretName, recoveryWindowInDays: 7 });
  console.log(`${secretName} can be restored until ${plannedDeleteTime?.toISOString()}`);
  console.log(`Reading it is refused: ${await refusal(client.getSecretValue({ secretName }))}`);
  // forceDeleteWithoutRecovery: true deletes at once and cannot be undone.
});

await client.close();

/** Check whether a call would succeed, without executing it. */
import { publicClient } from '../client.js';
import { refusal, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  // A dry run always fails; the error code says how the call would have ended.
  console.log(`Now: ${await refusal(client.encrypt({ keyId, plaintext: 'hello', dryRun: true }))}`);
  await client.disableKey({ keyId });
  console.log(`Once disabled: ${await refusal(client.encrypt({ keyId, plaintext: 'hello', dryRun: true }))}`);
});

await client.close();

/** Enable a disabled key. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  await client.disableKey({ keyId });
  await client.enableKey({ keyId });
  const { keyMetadata } = await client.describeKey({ keyId });
  console.log(`${keyId} is ${keyMetadata.keyState} again`);
});

await client.close();

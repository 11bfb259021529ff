/** Disable a key: until it is enabled again, nobody can use it. */
import { publicClient } from '../client.js';
import { refusal, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  await client.disableKey({ keyId });
  const { keyMetadata } = await client.describeKey({ keyId });
  console.log(`${keyId} is ${keyMetadata.keyState}`);
  console.log(`Encrypting with it is refused: ${await refusal(client.encrypt({ keyId, plaintext: 'hello' }))}`);
});

await client.close();

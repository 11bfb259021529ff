/** Replace the description of a key. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    await client.updateKeyDescription({ keyId, description: 'orders since 2024' });
    const { keyMetadata } = await client.describeKey({ keyId });
    console.log(`${keyId} is now described as "${keyMetadata.description}"`);
  },
  { description: 'orders' },
);

await client.close();

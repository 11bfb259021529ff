/** Delete imported material: the key stays unusable until the same material is imported again. */
import { randomBytes } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const material = randomBytes(32);
    await client.importKey({ keyId, material });

    await client.deleteKeyMaterial({ keyId });
    const without = await client.describeKey({ keyId });
    console.log(`Without material ${keyId} is ${without.keyMetadata.keyState}`);

    await client.importKey({ keyId, material });
    const again = await client.describeKey({ keyId });
    console.log(`With the same material it is ${again.keyMetadata.keyState}`);
  },
  { origin: 'EXTERNAL' },
);

await client.close();

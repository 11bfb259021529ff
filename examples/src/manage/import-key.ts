/** Import your own key material in one call, with a date at which it expires. */
import { randomBytes } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const expiresAt = new Date(Date.now() + 90 * 24 * 3_600_000);
    await client.importKey({ keyId, material: randomBytes(32), expiresAt });
    const { keyState, materialExpireTime } = (await client.describeKey({ keyId })).keyMetadata;
    console.log(`${keyId} is ${keyState}; its material expires on ${materialExpireTime?.toISOString().slice(0, 10)}`);
  },
  { origin: 'EXTERNAL' },
);

await client.close();

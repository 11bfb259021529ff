/** Wait until a key is in a state, here until its material has been imported. */
import { randomBytes } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const waiting = client.waitUntilKeyState({ keyId, state: 'Enabled' }, { timeoutMs: 60_000, intervalMs: 200 });
    const [{ keyMetadata }] = await Promise.all([waiting, client.importKey({ keyId, material: randomBytes(32) })]);
    console.log(`${keyId} is ${keyMetadata.keyState}`);
  },
  { origin: 'EXTERNAL' },
);

await client.close();

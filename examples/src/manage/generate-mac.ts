/** Compute an HMAC with a key that never leaves KMS. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const { mac, algorithm } = await client.generateMac({ keyId, algorithm: 'HMAC_SHA_256', message: 'order 17' });
    console.log(`${algorithm} of the message: ${Buffer.from(mac).toString('hex')}`);
  },
  { keySpec: 'HMAC_SHA_256', keyUsage: 'GENERATE/VERIFY_MAC' },
);

await client.close();

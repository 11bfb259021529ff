/** Verify an HMAC: a wrong HMAC is not an error. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const key = { keyId, algorithm: 'HMAC_SM3' };
    const { mac } = await client.generateMac({ ...key, message: 'order 17' });
    for (const message of ['order 17', 'order 18']) {
      const { value } = await client.verifyMac({ ...key, message, mac });
      console.log(`"${message}": ${value ? 'genuine' : 'not what the MAC was made of'}`);
    }
  },
  { keySpec: 'HMAC_SM3', keyUsage: 'GENERATE/VERIFY_MAC' },
);

await client.close();

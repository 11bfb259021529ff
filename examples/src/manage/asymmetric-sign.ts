/** Sign a digest through the public gateway, and verify the signature locally. */
import { createHash, verify } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async (key) => {
    const message = Buffer.from('pay 10');
    const digest = createHash('sha256').update(message).digest();
    const { value } = await client.asymmetricSign({ ...key, algorithm: 'ECDSA_SHA_256', digest });

    const { publicKey } = await client.getPublicKey(key);
    console.log(`A signature of ${value.length} bytes, genuine: ${verify('sha256', message, publicKey, value)}`);
  },
  { keySpec: 'EC_P256', keyUsage: 'SIGN/VERIFY' },
);

await client.close();

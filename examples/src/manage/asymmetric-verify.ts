/** Verify a signature through the public gateway: a wrong signature is not an error. */
import { createHash } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
const digestOf = (message: string) => createHash('sha256').update(message).digest();
await withKey(
  client,
  async (scratchKey) => {
    const key = { ...scratchKey, algorithm: 'RSA_PSS_SHA_256' };
    const { value: signature } = await client.asymmetricSign({ ...key, digest: digestOf('pay 10') });
    for (const message of ['pay 10', 'pay 99']) {
      const { value } = await client.asymmetricVerify({ ...key, digest: digestOf(message), value: signature });
      console.log(`"${message}": ${value ? 'genuine' : 'not what was signed'}`);
    }
  },
  { keySpec: 'RSA_2048', keyUsage: 'SIGN/VERIFY' },
);

await client.close();

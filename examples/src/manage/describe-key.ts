/** Show the metadata of a key. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const { keyMetadata } = await client.describeKey({ keyId }); // an alias or an ARN is possible too
    const { keySpec, keyUsage, keyState, origin, creationDate } = keyMetadata;
    console.log(`${keyId}: ${keySpec} for ${keyUsage}, ${keyState}, material by ${origin}`);
    console.log(`Created at ${creationDate.toISOString()}`);
  },
  { keySpec: 'Aliyun_SM4' },
);

await client.close();

/** Get the public key of an asymmetric key through the public gateway. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId, keyVersionId }) => {
    const { publicKey } = await client.getPublicKeyBySharedEndpoint({ keyId, keyVersionId });
    console.log(publicKey.trim());
  },
  { keySpec: 'EC_P256' },
);

await client.close();

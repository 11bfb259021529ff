/** Show when a version of a key was created. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId, keyVersionId }) => {
  const { keyVersion } = await client.describeKeyVersion({ keyId, keyVersionId });
  console.log(`Version ${keyVersion.keyVersionId} of ${keyVersion.keyId}`);
  console.log(`Made at ${keyVersion.creationDate.toISOString()}`);
});

await client.close();

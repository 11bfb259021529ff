/** List the versions of a key. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const { keyVersions, totalCount } = await client.listKeyVersions({ keyId, pageNumber: 1, pageSize: 10 });
    console.log(`${keyId} has ${totalCount} version: ${keyVersions[0]?.keyVersionId}`);

    // The same for any number of pages.
    for await (const { creationDate } of client.keyVersions({ keyId })) {
      console.log(`Made at ${creationDate.toISOString()}`);
    }
  },
  { keySpec: 'EC_P256' },
);

await client.close();

/** Remove a tag from a key. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    await client.untagResource({ keyId, tagKeys: ['stage'] });
    const { tags } = await client.listResourceTags({ keyId });
    console.log(`${keyId} is left with ${tags.map(({ tagKey }) => tagKey).join(', ')}`);
  },
  {
    tags: [
      { tagKey: 'team', tagValue: 'shop' },
      { tagKey: 'stage', tagValue: 'test' },
    ],
  },
);

await client.close();

/** List the tags of a key. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const { tags } = await client.listResourceTags({ keyId });
    for (const { tagKey, tagValue } of tags) console.log(`${keyId}: ${tagKey} is ${tagValue}`);
  },
  { tags: [{ tagKey: 'cost-center', tagValue: '4711' }] },
);

await client.close();

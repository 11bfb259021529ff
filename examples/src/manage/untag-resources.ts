/** Remove tags from several secrets at once, or with `resourceType: 'key'` from keys. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(
  client,
  async (secretName) => {
    const resources = { resourceType: 'secret', resourceId: [secretName] };
    await client.untagResources({ ...resources, tagKey: ['stage'] });
    const some = await client.listTagResources(resources);
    console.log(`Left: ${some.tagResources.map(({ tagKey }) => tagKey).join(', ')}`);

    await client.untagResources({ ...resources, all: true });
    const none = await client.listTagResources(resources);
    console.log(`Then ${none.tagResources.length} tags are left`);
  },
  {
    tags: [
      { tagKey: 'team', tagValue: 'shop' },
      { tagKey: 'stage', tagValue: 'test' },
    ],
  },
);

await client.close();

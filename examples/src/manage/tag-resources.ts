/** Add the same tags to several keys at once, or with `resourceType: 'secret'` to secrets. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async (first) => {
  await withKey(client, async (second) => {
    const resourceId = [first.keyId, second.keyId];
    await client.tagResources({ resourceType: 'key', resourceId, tag: [{ key: 'team', value: 'shop' }] });
    const { tagResources } = await client.listTagResources({ resourceType: 'key', resourceId });
    console.log(`${tagResources.length} keys have the tag ${tagResources[0]?.tagKey}=${tagResources[0]?.tagValue}`);
  });
});

await client.close();

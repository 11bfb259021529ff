/** Put the same tags on several keys at once; `resourceType: 'secret'` does so with secrets. */
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

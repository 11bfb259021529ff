/** Find the keys that have a tag. */
import { publicClient } from '../client.js';
import { newName, withKey } from '../scratch.js';

const client = publicClient();
const project = newName('project');
await withKey(
  client,
  async ({ keyId }) => {
    const request = { resourceType: 'key', tag: [{ key: 'project', value: project }] };
    const { tagResources } = await client.listTagResources(request);
    console.log(`${tagResources.length} key has the tag project=${project}`);

    // The same for all pages, each requested with the token of the previous one.
    for await (const { resourceId } of client.taggedResources(request)) {
      console.log(resourceId === keyId ? `It is ${resourceId}` : `${resourceId} has it too`);
    }
  },
  { tags: [{ tagKey: 'project', tagValue: project }] },
);

await client.close();

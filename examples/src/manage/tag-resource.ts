/** Add tags to a key, or with `secretName` instead of `keyId` to a secret. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  await client.tagResource({
    keyId,
    tags: [
      { tagKey: 'team', tagValue: 'shop' },
      { tagKey: 'stage', tagValue: 'test' },
    ],
  });
  const { tags } = await client.listResourceTags({ keyId });
  const texts = tags.map(({ tagKey, tagValue }) => `${tagKey}=${tagValue}`).sort();
  console.log(`${keyId} has the tags ${texts.join(', ')}`);
});

await client.close();

/** Show the metadata of a secret, without its values. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(
  client,
  async (secretName) => {
    const secret = await client.describeSecret({ secretName, fetchTags: true });
    console.log(`${secretName}: ${secret.secretType}, "${secret.description}", under key ${secret.encryptionKeyId}`);
    console.log(`Tags: ${secret.tags.map(({ tagKey, tagValue }) => `${tagKey}=${tagValue}`).join(', ')}`);
  },
  { description: 'token of the mail service', tags: [{ tagKey: 'team', tagValue: 'shop' }] },
);

await client.close();

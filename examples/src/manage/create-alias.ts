/** Give a key a name that can be used in its place. */
import { publicClient } from '../client.js';
import { newName, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const aliasName = `alias/${newName('app')}`;
  await client.createAlias({ aliasName, keyId });
  const { keyMetadata } = await client.describeKey({ keyId: aliasName });
  console.log(`${aliasName} is ${keyMetadata.keyId}`);
  await client.deleteAlias({ aliasName });
});

await client.close();

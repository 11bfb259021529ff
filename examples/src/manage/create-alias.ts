/** Create an alias, a name to use instead of a key id. */
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

/** List the aliases of all keys. */
import { publicClient } from '../client.js';
import { newName, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const aliasName = `alias/${newName('app')}`;
  await client.createAlias({ aliasName, keyId });

  const { totalCount } = await client.listAliases({ pageNumber: 1, pageSize: 1 });
  console.log(`${totalCount} aliases`);
  // All pages; listAliasesByKeyId returns only those of one key.
  for await (const alias of client.aliases()) {
    if (alias.aliasName === aliasName) console.log(`${alias.aliasName} is ${alias.keyId}`);
  }
  await client.deleteAlias({ aliasName });
});

await client.close();

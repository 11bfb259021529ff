/** List the aliases of one key. */
import { publicClient } from '../client.js';
import { newName, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const names = [`alias/${newName('blue')}`, `alias/${newName('green')}`];
  for (const aliasName of names) await client.createAlias({ aliasName, keyId });

  const { aliases } = await client.listAliasesByKeyId({ keyId });
  const listed = aliases.map(({ aliasName }) => aliasName).sort();
  console.log(`${keyId} has ${listed.length} aliases: ${listed.join(', ')}`);

  for (const aliasName of names) await client.deleteAlias({ aliasName });
});

await client.close();

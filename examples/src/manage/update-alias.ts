/** Point an alias to another key: programs that use the alias need no change. */
import { publicClient } from '../client.js';
import { newName, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async (first) => {
  await withKey(client, async (second) => {
    const aliasName = `alias/${newName('app')}`;
    await client.createAlias({ aliasName, keyId: first.keyId });
    await client.updateAlias({ aliasName, keyId: second.keyId });
    const { keyMetadata } = await client.describeKey({ keyId: aliasName });
    console.log(`${aliasName} was ${first.keyId}, and is ${keyMetadata.keyId}`);
    await client.deleteAlias({ aliasName });
  });
});

await client.close();

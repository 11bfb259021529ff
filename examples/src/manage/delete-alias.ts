/** Delete an alias; the key stays. */
import { publicClient } from '../client.js';
import { newName, refusal, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const aliasName = `alias/${newName('app')}`;
  await client.createAlias({ aliasName, keyId });
  await client.deleteAlias({ aliasName });
  console.log(`${aliasName} is gone: ${await refusal(client.describeKey({ keyId: aliasName }))}`);
  console.log(`${keyId} is still ${(await client.describeKey({ keyId })).keyMetadata.keyState}`);
});

await client.close();

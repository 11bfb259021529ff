/** Protect a key from deletion. */
import { publicClient } from '../client.js';
import { refusal, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  await client.setDeletionProtection({
    keyId,
    enableDeletionProtection: true,
    deletionProtectionDescription: 'the archive needs it',
  });
  const refused = await refusal(client.scheduleKeyDeletion({ keyId, pendingWindowInDays: 7 }));
  console.log(`Deleting ${keyId} is refused: ${refused}`);

  await client.setDeletionProtection({ keyId, enableDeletionProtection: false });
  const { keyMetadata } = await client.describeKey({ keyId });
  console.log(`Its protection is ${keyMetadata.deletionProtection} again`);
});

await client.close();

/** Cancel the scheduled deletion of a key. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  await client.scheduleKeyDeletion({ keyId, pendingWindowInDays: 30 });
  const scheduled = await client.describeKey({ keyId });
  await client.cancelKeyDeletion({ keyId });
  const saved = await client.describeKey({ keyId });
  console.log(`${keyId} was ${scheduled.keyMetadata.keyState}, and is ${saved.keyMetadata.keyState}`);
});

await client.close();

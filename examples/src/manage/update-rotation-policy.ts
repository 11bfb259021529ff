/** Let KMS rotate a key every year. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  await client.updateRotationPolicy({ keyId, enableAutomaticRotation: true, rotationInterval: '365d' });
  const { automaticRotation, nextRotationDate } = (await client.describeKey({ keyId })).keyMetadata;
  console.log(`Rotation of ${keyId} is ${automaticRotation}, next at ${nextRotationDate?.toISOString()}`);
});

await client.close();

/** Let KMS rotate a managed secret every week. */
// In the cloud this needs a database: see RDS_INSTANCE_ID in scratch.ts.
import { publicClient } from '../client.js';
import { managedSecret, withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(
  client,
  async (secretName) => {
    await client.updateSecretRotationPolicy({ secretName, enableAutomaticRotation: true, rotationInterval: '7d' });
    const { automaticRotation, nextRotationDate } = await client.describeSecret({ secretName });
    console.log(`Rotation of ${secretName} is ${automaticRotation}, next at ${nextRotationDate?.toISOString()}`);
  },
  managedSecret(),
);

await client.close();

/** Rotate a managed secret now: the account gets a new password, and the secret a new version. */
// In the cloud this needs a database, and changes the password there: see RDS_INSTANCE_ID in scratch.ts.
import { publicClient } from '../client.js';
import { managedSecret, withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(
  client,
  async (secretName) => {
    const { versionId } = await client.rotateSecret({ secretName, versionId: 'v2' });
    await client.waitUntilSecretRotated({ secretName, versionId });
    const before = await client.getSecretValue({ secretName, versionStage: 'ACSPrevious' });
    const after = await client.getSecretValue({ secretName });
    console.log(`${before.versionId} was rotated, the current version is ${after.versionId}`);
    console.log(`The password is ${after.secretData === before.secretData ? 'the same' : 'another one'}`);
  },
  managedSecret(),
);

await client.close();

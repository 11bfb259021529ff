/** Wait until a rotation is complete, at most a minute. */
// In the cloud this needs a database, and changes the password there: see RDS_INSTANCE_ID in scratch.ts.
import { randomUUID } from 'node:crypto';
import { publicClient } from '../client.js';
import { managedSecret, withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(
  client,
  async (secretName) => {
    const { versionId } = await client.rotateSecret({ secretName, versionId: randomUUID() });
    const version = await client.waitUntilSecretRotated({ secretName, versionId }, { timeoutMs: 60_000 });
    console.log(`Version ${version.versionId} of ${secretName} is ${version.versionStages.join(', ')}`);
  },
  managedSecret(),
);

await client.close();

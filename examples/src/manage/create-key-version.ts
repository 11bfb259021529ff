/** Create a version of an asymmetric key, which becomes the primary version; older ones keep working. */
// A version cannot be deleted, and the newest one must be 7 days old before you can create the next. So this uses an
// asymmetric key of yours.
import { publicClient } from '../client.js';
import { envOr } from '../env.js';

const client = publicClient();
const keyId = envOr('KMS_ROTATED_KEY_ID', 'alias/example-old');
const before = await client.listKeyVersions({ keyId });

const { keyVersion } = await client.createKeyVersion({ keyId });

console.log(`${keyVersion.keyId} has the new version ${keyVersion.keyVersionId}, beside ${before.totalCount} before`);

await client.close();

/** Give an asymmetric key a new version, which becomes the primary one; older ones go on working. */
// A version cannot be deleted, and the newest one must be 7 days old before the next can be made. So this works on an
// asymmetric key of yours.
import { publicClient } from '../client.js';
import { envOr } from '../env.js';

const client = publicClient();
const keyId = envOr('KMS_ROTATED_KEY_ID', 'alias/example-old');
const before = await client.listKeyVersions({ keyId });

const { keyVersion } = await client.createKeyVersion({ keyId });

console.log(`${keyVersion.keyId} has the new version ${keyVersion.keyVersionId}, beside ${before.totalCount} before`);

await client.close();

/** Get a data key that KMS stores and rotates: first the newest version, later the one that encrypted the data. */
// KMS creates a managed data key when it is first requested, and never deletes it.
import { publicClient } from '../client.js';

const client = publicClient();
const dataKeyName = 'example-managed';
const newest = await client.getManagedDataKey({ dataKeyName, useLatest: true });
console.log(`${newest.dataKeyVersionName}: ${newest.plaintext.length} bytes`);

const again = await client.getManagedDataKey({ dataKeyName, dataKeyVersionId: newest.dataKeyVersionId });
console.log(`The same later: ${Buffer.from(again.plaintext).equals(newest.plaintext)}`);

await client.close();

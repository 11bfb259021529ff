/** Read a data key that KMS keeps and rotates: the newest version, and later the one that something was encrypted with. */
// A managed data key is there from the first time that somebody asks for it, and stays.
import { publicClient } from '../client.js';

const client = publicClient();
const dataKeyName = 'example-managed';
const newest = await client.getManagedDataKey({ dataKeyName, useLatest: true });
console.log(`${newest.dataKeyVersionName}: ${newest.plaintext.length} bytes`);

const again = await client.getManagedDataKey({ dataKeyName, dataKeyVersionId: newest.dataKeyVersionId });
console.log(`The same later: ${Buffer.from(again.plaintext).equals(newest.plaintext)}`);

await client.close();

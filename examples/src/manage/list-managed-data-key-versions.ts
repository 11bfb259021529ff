/** List the versions of a data key that KMS stores and rotates. */
// KMS creates a managed data key when it is first requested, and never deletes it.
import { publicClient } from '../client.js';

const client = publicClient();
const dataKeyName = 'example-listed';
const { dataKeyVersionId } = await client.getManagedDataKey({ dataKeyName });

const { totalCount } = await client.listManagedDataKeyVersions({ dataKeyName, pageNumber: 1, pageSize: 1 });
console.log(`Versions of ${dataKeyName}: ${totalCount}`);
// All pages:
for await (const version of client.managedDataKeyVersions({ dataKeyName })) {
  const newest = version.dataKeyVersionId === dataKeyVersionId;
  console.log(`${version.dataKeyVersionName}${newest ? ' is the newest' : ''}`);
}

await client.close();

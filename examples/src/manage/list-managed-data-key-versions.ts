/** List the versions of a data key that KMS keeps and rotates. */
// A managed data key is there from the first time that somebody asks for it, and stays.
import { publicClient } from '../client.js';

const client = publicClient();
const dataKeyName = 'example-listed';
const { dataKeyVersionId } = await client.getManagedDataKey({ dataKeyName });

const { totalCount } = await client.listManagedDataKeyVersions({ dataKeyName, pageNumber: 1, pageSize: 1 });
console.log(`Versions of ${dataKeyName}: ${totalCount}`);
// Over all pages:
for await (const version of client.managedDataKeyVersions({ dataKeyName })) {
  const newest = version.dataKeyVersionId === dataKeyVersionId;
  console.log(`${version.dataKeyVersionName}${newest ? ' is the newest' : ''}`);
}

await client.close();

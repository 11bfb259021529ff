/** List the KMS instances of the account in this region. */
import { publicClient } from '../client.js';

const client = publicClient();
const { totalCount } = await client.listKmsInstances({ pageNumber: 1, pageSize: 10 });
console.log(`Instances: ${totalCount}`);
// All pages:
for await (const { kmsInstanceId, kmsInstanceArn } of client.kmsInstances()) {
  console.log(`${kmsInstanceId}: ${kmsInstanceArn}`);
}

await client.close();

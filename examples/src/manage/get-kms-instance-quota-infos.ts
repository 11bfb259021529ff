/** Show the quotas of an instance and their usage. */
import { publicClient } from '../client.js';
import { env } from '../env.js';

const client = publicClient();
const { kmsInstanceQuotaInfos } = await client.getKmsInstanceQuotaInfos({ kmsInstanceId: env('KMS_INSTANCE_ID') });
for (const { resourceType, usedQuantity, resourceQuota } of kmsInstanceQuotaInfos) {
  console.log(`${resourceType}: ${usedQuantity} of ${resourceQuota}`);
}

await client.close();

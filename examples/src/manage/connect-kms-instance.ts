/** Enable a purchased instance in a VPC. */
// An instance can be enabled only once, and cannot be moved to another VPC afterwards.
import { publicClient } from '../client.js';
import { envOr } from '../env.js';

const client = publicClient();
const kmsInstanceId = envOr('KMS_NEW_INSTANCE_ID', 'kst-example-new');
await client.connectKmsInstance({
  kmsInstanceId,
  kmProvider: 'Aliyun',
  vpcId: envOr('VPC_ID', 'vpc-example'),
  vSwitchIds: envOr('VSWITCH_IDS', 'vsw-example').split(','),
  zoneIds: envOr('ZONE_IDS', 'cn-hangzhou-k,cn-hangzhou-j').split(','), // two zones
});
const { kmsInstance } = await client.getKmsInstance({ kmsInstanceId });
console.log(
  `${kmsInstanceId} is ${kmsInstance?.status}, in ${kmsInstance?.vpcId}, ${kmsInstance?.zoneIds.join(' and ')}`,
);

await client.close();

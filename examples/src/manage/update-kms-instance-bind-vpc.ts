/** Allow one more VPC to reach an instance, and undo it. */
// Changes who can reach the instance while this runs.
import { publicClient } from '../client.js';
import { env, envOr } from '../env.js';

const client = publicClient();
const kmsInstanceId = env('KMS_INSTANCE_ID');
const boundVpcs = async () => (await client.getKmsInstance({ kmsInstanceId })).kmsInstance?.bindVpcs ?? [];

const before = await boundVpcs();
const vpc = {
  vpcId: envOr('VPC_ID', 'vpc-example'),
  vSwitchId: envOr('VSWITCH_ID', 'vsw-example'),
  regionId: env('ALIBABA_CLOUD_REGION_ID'),
  vpcOwnerId: envOr('VPC_OWNER_ID', '1234567890123456'), // the account that the VPC belongs to
};
// The new list replaces the old one, so it must include the VPCs that are bound already.
await client.updateKmsInstanceBindVpc({ kmsInstanceId, bindVpcs: [...before, vpc] });
const after = await boundVpcs();
console.log(`${kmsInstanceId} can be reached from ${after.map(({ vpcId }) => vpcId).join(', ')} too`);

await client.updateKmsInstanceBindVpc({ kmsInstanceId, bindVpcs: before });
console.log(`Bound again as before: ${(await boundVpcs()).length} VPCs`);

await client.close();

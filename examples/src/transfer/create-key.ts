/** Create a key in the instance with CreateKey of KMS 1.0, still at the public gateway; it is deleted after 7 days. */
import { DescribeKeyRequest, ScheduleKeyDeletionRequest } from '@alicloud/kms20160120';
import { env } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();

// The models of versions 1.x do not know instances: a plain object says which one the key is for.
const { keyMetadata } = await client.createKey({
  keySpec: 'Aliyun_AES_256',
  keyUsage: 'ENCRYPT/DECRYPT',
  description: 'example of the TransferClient',
  DKMSInstanceId: env('KMS_INSTANCE_ID'),
});
const { keyId } = keyMetadata;
console.log(`CreateKey went to the ${client.explainRoute('CreateKey').gateway} gateway: ${keyId}`);

await client.scheduleKeyDeletion(new ScheduleKeyDeletionRequest({ keyId, pendingWindowInDays: 7 }));
const { keyMetadata: after } = await client.describeKey(new DescribeKeyRequest({ keyId }));
console.log(`It is ${after.keyState}, until ${after.deleteDate}`);

await client.close();

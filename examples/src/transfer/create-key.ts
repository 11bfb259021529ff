/** Create a key in the instance with CreateKey of KMS 1.0, still on the public gateway; its deletion follows after 7 days. */
import { DescribeKeyRequest, ScheduleKeyDeletionRequest } from '@alicloud/kms20160120';
import { env } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();

// The models of versions 1.x do not support instances: a plain object names the instance for the key.
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

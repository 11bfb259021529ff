/** Create a key in an instance, with its spec and usage. */
// A key in an instance counts towards the instance's quota until it is deleted.
import { publicClient } from '../client.js';
import { instanceId } from '../scratch.js';

const client = publicClient();
const { keyMetadata } = await client.createKey({
  dkmsInstanceId: instanceId(),
  keySpec: 'EC_P256',
  keyUsage: 'SIGN/VERIFY',
  description: 'signs orders',
  tags: [{ tagKey: 'team', tagValue: 'shop' }],
});
const { keyId, keySpec, keyState, arn } = keyMetadata;
console.log(`Created ${keyId}: ${keySpec}, ${keyState}`);
console.log(`Its ARN is ${arn}`);

await client.scheduleKeyDeletion({ keyId, pendingWindowInDays: 7 });

await client.close();

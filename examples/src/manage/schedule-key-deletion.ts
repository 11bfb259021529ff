/** Schedule the deletion of a key after a waiting period, in which it can be cancelled. */
// After that, everything that the key encrypted is lost permanently.
import { publicClient } from '../client.js';
import { instanceId } from '../scratch.js';

const client = publicClient();
const { keyMetadata } = await client.createKey({ dkmsInstanceId: instanceId() });
const { keyId } = keyMetadata;

await client.scheduleKeyDeletion({ keyId, pendingWindowInDays: 7 });

const { keyState, deleteDate } = (await client.describeKey({ keyId })).keyMetadata;
console.log(`${keyId} is ${keyState}, and will be gone at ${deleteDate?.toISOString()}`);

await client.close();

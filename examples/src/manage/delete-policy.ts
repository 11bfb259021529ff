/** Delete a policy that no application access point uses. */
import { publicClient } from '../client.js';
import { instanceId, newName, refusal } from '../scratch.js';
import { keyUser } from '../scratch-access.js';

const client = publicClient();
const name = newName('policy');
await client.createPolicy({ name, kmsInstance: instanceId(), permissions: [keyUser], resources: ['key/*'] });
await client.createApplicationAccessPoint({ name, policies: [name] });
console.log(`In use it stays: ${await refusal(client.deletePolicy({ name }))}`);

await client.deleteApplicationAccessPoint({ name });
await client.deletePolicy({ name });

console.log(`Then ${name} is gone: ${await refusal(client.describePolicy({ name }))}`);

await client.close();

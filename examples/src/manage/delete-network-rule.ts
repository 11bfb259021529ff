/** Delete a network rule that no policy uses. */
import { publicClient } from '../client.js';
import { newName, refusal } from '../scratch.js';

const client = publicClient();
const name = newName('rule');
await client.createNetworkRule({ name, type: 'Private', sourcePrivateIp: ['10.0.0.0/24'] });

await client.deleteNetworkRule({ name });

console.log(`${name} is gone: ${await refusal(client.describeNetworkRule({ name }))}`);

await client.close();

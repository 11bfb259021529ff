/** Create a network rule: the addresses that may call an instance. */
import { publicClient } from '../client.js';
import { newName } from '../scratch.js';

const client = publicClient();
const { name, arn, sourcePrivateIp } = await client.createNetworkRule({
  name: newName('rule'),
  type: 'Private',
  sourcePrivateIp: ['10.0.0.0/24', '10.0.1.17'],
  description: 'the servers of the shop',
});
console.log(`Created ${name}: ${sourcePrivateIp.join(', ')}`);
console.log(`Its ARN is ${arn}`);

await client.deleteNetworkRule({ name });

await client.close();

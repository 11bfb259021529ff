/** Show what a call would send, and where, without sending it. */
import { publicClient } from '../client.js';

const client = publicClient();
const { api, gateway, endpoint, parameters } = await client.describeCall('createKey', {
  keySpec: 'EC_P256',
  tags: [{ tagKey: 'team', tagValue: 'shop' }],
});
console.log(`${api} goes to the ${gateway} gateway at ${endpoint}`);
console.log(`Parameters: ${JSON.stringify(parameters)}`);

await client.close();

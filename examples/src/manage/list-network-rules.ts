/** List the network rules of the account. */
import { publicClient } from '../client.js';
import { withNetworkRule } from '../scratch-access.js';

const client = publicClient();
await withNetworkRule(client, async (created) => {
  const { totalCount } = await client.listNetworkRules({ pageNumber: 1, pageSize: 1 });
  console.log(`Network rules: ${totalCount}`);
  // All pages:
  for await (const { name, type } of client.networkRules()) {
    if (name === created) console.log(`Among them ${name}, ${type}`);
  }
});

await client.close();

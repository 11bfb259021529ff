/** List the policies of the account. */
import { publicClient } from '../client.js';
import { withPolicy } from '../scratch-access.js';

const client = publicClient();
await withPolicy(client, async (created) => {
  const { totalCount } = await client.listPolicies({ pageNumber: 1, pageSize: 1 });
  console.log(`Policies: ${totalCount}`);
  // All pages:
  for await (const { name } of client.policies()) if (name === created) console.log(`Among them ${name}`);
});

await client.close();

/** List the application access points of the account. */
import { publicClient } from '../client.js';
import { withAccessPoint } from '../scratch-access.js';

const client = publicClient();
await withAccessPoint(client, async (created) => {
  const { totalCount } = await client.listApplicationAccessPoints({ pageNumber: 1, pageSize: 1 });
  console.log(`Application access points: ${totalCount}`);
  // All pages:
  for await (const { name, authenticationMethod } of client.applicationAccessPoints()) {
    if (name === created) console.log(`Among them ${name}, by ${authenticationMethod}`);
  }
});

await client.close();

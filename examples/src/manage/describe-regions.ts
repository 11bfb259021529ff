/** List the regions that offer KMS. */
import { publicClient } from '../client.js';

const client = publicClient();
const { regions } = await client.describeRegions();
console.log(`KMS is in ${regions.length} regions: ${regions.map(({ regionId }) => regionId).join(', ')}`);

await client.close();

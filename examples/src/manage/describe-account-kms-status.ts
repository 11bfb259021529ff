/** Check whether KMS is activated for the account, and in good standing. */
import { publicClient } from '../client.js';

const client = publicClient();
const { accountStatus } = await client.describeAccountKmsStatus();
console.log(`KMS is ${accountStatus} for this account`);

await client.close();

/** Open KMS for the account. */
// From then on the account can be charged for what it uses of KMS. Opened already, nothing changes.
import { publicClient } from '../client.js';

const client = publicClient();
await client.openKmsService();
const { accountStatus } = await client.describeAccountKmsStatus();
console.log(`KMS is ${accountStatus} for this account`);

await client.close();

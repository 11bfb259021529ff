/** Activate KMS for the account. */
// From then on the account pays for its use of KMS. Does nothing if KMS is already activated.
import { publicClient } from '../client.js';

const client = publicClient();
await client.openKmsService();
const { accountStatus } = await client.describeAccountKmsStatus();
console.log(`KMS is ${accountStatus} for this account`);

await client.close();

/** Get a secret through the public gateway, with an AccessKey instead of a client key. */
import { inspect } from 'node:util';
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(
  client,
  async (secretName) => {
    const answer = await client.getSecretValueBySharedEndpoint({ secretName });
    const { user } = JSON.parse(answer.secretData);
    console.log(`Version ${answer.versionId} of ${secretName}: the user is ${user}`);
    console.log(`Printed whole, the answer keeps its secret: ${!inspect(answer).includes('s3cret')}`);
  },
  { secretData: JSON.stringify({ user: 'app', password: 's3cret' }) },
);

await client.close();

/** Update the description of a secret. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  await client.updateSecret({ secretName, description: 'password of the archive' });
  const { description } = await client.describeSecret({ secretName });
  console.log(`${secretName} is now described as "${description}"`);
});

await client.close();

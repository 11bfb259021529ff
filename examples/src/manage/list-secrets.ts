/** List the secrets whose names start with a text. */
import { publicClient } from '../client.js';
import { withSecret } from '../scratch.js';

const client = publicClient();
await withSecret(client, async (secretName) => {
  const filters = [{ key: 'SecretName', values: [secretName] }];
  const { secretList, totalCount } = await client.listSecrets({ filters, pageNumber: 1, pageSize: 10 });
  console.log(`${totalCount} secret: ${secretList[0]?.secretName}, ${secretList[0]?.secretType}`);

  // The same for any number of pages.
  for await (const secret of client.secrets({ filters })) console.log(`Created at ${secret.createTime.toISOString()}`);
});

await client.close();

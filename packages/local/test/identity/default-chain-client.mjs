// An application that leaves its credentials to the environment. Prints what KMS answered, or how it failed, as JSON.
import { readFileSync } from 'node:fs';
import { Client } from 'alibabacloud-kms-sdk';

const { ENDPOINT, CA_FILE } = process.env;
const client = new Client({
  publicConfig: { endpoint: ENDPOINT, regionId: 'cn-hangzhou', ca: readFileSync(CA_FILE, 'utf8') },
});
try {
  const { keyMetadata } = await client.createKey({ description: 'by the default chain' });
  console.log(JSON.stringify({ description: keyMetadata.description }));
} catch ({ code, message }) {
  console.log(JSON.stringify({ code, message }));
} finally {
  await client.close();
}

/** Create a client key, the credential of an application for an instance. */
import { randomBytes } from 'node:crypto';
import { publicClient } from '../client.js';
import { withAccessPoint } from '../scratch-access.js';

const client = publicClient();
await withAccessPoint(client, async (aapName) => {
  const { clientKeyId, privateKeyData, notAfter } = await client.createClientKey({
    aapName,
    password: `${randomBytes(12).toString('hex')}-K`,
    notAfter: new Date(Date.now() + 365 * 24 * 3_600_000), // default: in five years
  });
  // Only this response contains the private key. This is the client key file, as the console hands it out:
  const file = JSON.stringify({ KeyId: clientKeyId, PrivateKeyData: privateKeyData });
  console.log(`Created ${clientKeyId} for ${aapName}, a file of ${file.length} characters`);
  console.log(`Valid until ${notAfter.toISOString()}`);
});

await client.close();

/** Generate a data key through the public gateway, encrypt data with it locally, and store its ciphertext with the data. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const dataKey = await client.generateDataKey({ keyId, numberOfBytes: 32 });
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', dataKey.plaintext, iv);
  const ciphertext = Buffer.concat([cipher.update('a long text'), cipher.final()]);
  dataKey.plaintext.fill(0);

  const opened = await client.decrypt({ ciphertextBlob: dataKey.ciphertextBlob });
  const decipher = createDecipheriv('aes-256-gcm', opened.plaintext, iv).setAuthTag(cipher.getAuthTag());
  const text = Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString();
  console.log(`Decrypted with a data key of ${opened.plaintext.length} bytes: ${text}`);
});

await client.close();

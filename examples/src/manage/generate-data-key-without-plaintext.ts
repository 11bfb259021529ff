/** Generate a data key whose plaintext appears only when it is needed. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const { ciphertextBlob } = await client.generateDataKeyWithoutPlaintext({ keyId, keySpec: 'AES_128' });
  console.log(`Keep these ${ciphertextBlob.length} bytes`);
  const { plaintext } = await client.decrypt({ ciphertextBlob });
  console.log(`Opened where it is needed: a data key of ${plaintext.length} bytes`);
});

await client.close();

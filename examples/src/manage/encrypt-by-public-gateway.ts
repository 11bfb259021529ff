/** Encrypt through the public gateway, bound to a context that decryption needs again. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const { ciphertextBlob, keyVersionId } = await client.encrypt({
    keyId,
    plaintext: 'hello, KMS',
    encryptionContext: { tenant: '42' }, // not secret
  });
  console.log(`Encrypted with version ${keyVersionId} of ${keyId}: ${ciphertextBlob.length} bytes`);
  const { plaintext } = await client.decrypt({ ciphertextBlob, encryptionContext: { tenant: '42' } });
  console.log(`Decrypted: ${new TextDecoder().decode(plaintext)}`);
});

await client.close();

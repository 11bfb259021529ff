/** Decrypt through the public gateway, with the context of the encryption; the ciphertext names its key. */
import { publicClient } from '../client.js';
import { refusal, withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  const encryptionContext = { tenant: '42' };
  const { ciphertextBlob } = await client.encrypt({ keyId, plaintext: 'hello, KMS', encryptionContext });

  const { plaintext } = await client.decrypt({ ciphertextBlob, encryptionContext });
  console.log(`Decrypted: ${new TextDecoder().decode(plaintext)}`);

  const other = client.decrypt({ ciphertextBlob, encryptionContext: { tenant: '43' } });
  console.log(`With another context it is refused: ${await refusal(other)}`);
});

await client.close();

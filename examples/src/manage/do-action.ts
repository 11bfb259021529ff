/** Call any API by its wire name and wire parameters, even one without a method in this SDK. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async ({ keyId }) => {
  // Names and values are those of the API reference: bytes are base64, dates are text.
  const { CiphertextBlob } = await client.doAction('Encrypt', {
    KeyId: keyId,
    Plaintext: Buffer.from('hello, KMS').toString('base64'),
    EncryptionContext: { tenant: '42' },
  });
  const { Plaintext, $metadata } = await client.doAction('Decrypt', {
    CiphertextBlob,
    EncryptionContext: { tenant: '42' },
  });
  console.log(`Decrypted: ${Buffer.from(String(Plaintext), 'base64')}, HTTP ${$metadata.status}`);
});

await client.close();

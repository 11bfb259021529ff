/** Re-encrypt a ciphertext under another key, without revealing its plaintext. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(client, async (old) => {
  await withKey(client, async (next) => {
    const sealed = await client.encrypt({ keyId: old.keyId, plaintext: 'hello, KMS' });
    const moved = await client.reEncrypt({ ciphertextBlob: sealed.ciphertextBlob, destinationKeyId: next.keyId });
    const { keyId, plaintext } = await client.decrypt({ ciphertextBlob: moved.ciphertextBlob });
    console.log(`From ${old.keyId} to ${moved.keyId}`);
    console.log(`Decrypted with ${keyId}: ${new TextDecoder().decode(plaintext)}`);
  });
});

await client.close();

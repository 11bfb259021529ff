/** Decrypt with the private half of an SM2 key, which never leaves KMS. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async (key) => {
    const { ciphertextBlob } = await client.asymmetricEncrypt({ ...key, algorithm: 'SM2PKE', plaintext: 'hello, SM2' });
    const { plaintext } = await client.asymmetricDecrypt({ ...key, algorithm: 'SM2PKE', ciphertextBlob });
    console.log(`Decrypted with version ${key.keyVersionId}: ${new TextDecoder().decode(plaintext)}`);
  },
  { keySpec: 'EC_SM2', keyUsage: 'ENCRYPT/DECRYPT' },
);

await client.close();

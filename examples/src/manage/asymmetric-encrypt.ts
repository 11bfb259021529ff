/** Encrypt with an RSA key through the public gateway, and locally, without a call, with its public key. */
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId, keyVersionId }) => {
    const key = { keyId, keyVersionId, algorithm: 'RSAES_OAEP_SHA_256' };
    const remote = await client.asymmetricEncrypt({ ...key, plaintext: 'hello from KMS' });

    const publicKey = await client.publicKey(keyId, { keyVersionId });
    const local = publicKey.encrypt({ plaintext: 'hello from here', algorithm: key.algorithm });

    for (const ciphertextBlob of [remote.ciphertextBlob, local]) {
      const { plaintext } = await client.asymmetricDecrypt({ ...key, ciphertextBlob });
      console.log(`${ciphertextBlob.length} bytes, decrypted: ${new TextDecoder().decode(plaintext)}`);
    }
  },
  { keySpec: 'RSA_2048', keyUsage: 'ENCRYPT/DECRYPT' },
);

await client.close();

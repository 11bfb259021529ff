/** Import your own key material step by step; `importKey` does it in one call. */
import { createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const { publicKey, importToken } = await client.getParametersForImport({
      keyId,
      wrappingKeySpec: 'RSA_2048',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    });
    const material = randomBytes(32); // keep yours: KMS never gives it back
    const wrappingKey = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    const encryptedKeyMaterial = publicEncrypt({ key: wrappingKey, oaepHash: 'sha256' }, material);

    await client.importKeyMaterial({ keyId, encryptedKeyMaterial, importToken, keyMaterialExpireUnix: 0 });

    const { keyMetadata } = await client.describeKey({ keyId });
    console.log(`${keyId} is ${keyMetadata.keyState} with material of origin ${keyMetadata.origin}`);
  },
  { origin: 'EXTERNAL', keySpec: 'Aliyun_AES_256' },
);

await client.close();

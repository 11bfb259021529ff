/** Get the public key and the token for importing key material. */
import { createPublicKey } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
await withKey(
  client,
  async ({ keyId }) => {
    const { publicKey, importToken, tokenExpireTime } = await client.getParametersForImport({
      keyId,
      wrappingKeySpec: 'RSA_2048',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    });
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    console.log(`Wrap the material for ${keyId} with this ${key.asymmetricKeyType} key`);
    console.log(`Import it with the token of ${importToken.length} characters before ${tokenExpireTime.toISOString()}`);
  },
  { origin: 'EXTERNAL' },
);

await client.close();

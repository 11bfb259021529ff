/** Wrap an existing data key with the public key of its recipient. */
import { generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
const receiver = generateKeyPairSync('rsa', { modulusLength: 2048 });
await withKey(client, async ({ keyId }) => {
  const { ciphertextBlob, plaintext } = await client.generateDataKey({ keyId });
  const { exportedDataKey } = await client.exportDataKey({
    ciphertextBlob,
    publicKeyBlob: receiver.publicKey.export({ type: 'spki', format: 'der' }),
    wrappingKeySpec: 'RSA_2048',
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  });
  const received = privateDecrypt({ key: receiver.privateKey, oaepHash: 'sha256' }, exportedDataKey);
  console.log(`The receiver has the same ${received.length} bytes: ${received.equals(plaintext)}`);
});

await client.close();

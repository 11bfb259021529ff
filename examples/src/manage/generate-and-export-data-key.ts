/** Generate a data key for somebody else: encrypted under a KMS key, and wrapped with their public key. */
import { generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { publicClient } from '../client.js';
import { withKey } from '../scratch.js';

const client = publicClient();
const receiver = generateKeyPairSync('rsa', { modulusLength: 2048 });
await withKey(client, async ({ keyId }) => {
  const { ciphertextBlob, exportedDataKey } = await client.generateAndExportDataKey({
    keyId,
    numberOfBytes: 32,
    publicKeyBlob: receiver.publicKey.export({ type: 'spki', format: 'der' }),
    wrappingKeySpec: 'RSA_2048',
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  });
  const received = privateDecrypt({ key: receiver.privateKey, oaepHash: 'sha256' }, exportedDataKey);
  const { plaintext } = await client.decrypt({ ciphertextBlob });
  console.log(`The receiver has a data key of ${received.length} bytes`);
  console.log(`It is the one that KMS encrypted: ${received.equals(plaintext)}`);
});

await client.close();

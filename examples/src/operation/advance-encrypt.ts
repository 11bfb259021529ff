/** Encrypt with AdvanceEncrypt, whose ciphertext names its key and version. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const { keyId, keyVersionId, algorithm, ciphertextBlob } = await client.advanceEncrypt({
  keyId: envOr('KMS_KEY_ID', 'alias/example'),
  plaintext: 'hello, KMS',
  aad: 'tenant-42', // Not secret, not in the ciphertext: decrypting needs the same again.
});
console.log(`Encrypted with key ${keyId}, version ${keyVersionId}, ${algorithm}`);
console.log(`Ciphertext: ${Buffer.from(ciphertextBlob).toString('base64')}`);

await client.close();

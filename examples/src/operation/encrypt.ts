/** Encrypt with Encrypt, and store the iv of the response with the ciphertext. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const { ciphertextBlob, iv, algorithm } = await client.encrypt({ keyId, plaintext: 'hello, KMS', aad: 'tenant-42' });
console.log(`Encrypted with ${keyId}, ${algorithm}`);
console.log(`Ciphertext: ${Buffer.from(ciphertextBlob).toString('base64')}`);
console.log(`IV: ${Buffer.from(iv ?? []).toString('base64')}`);

await client.close();

/** Decrypt with AdvanceDecrypt, which needs only the ciphertext and the aad of the encryption. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const { ciphertextBlob } = await client.advanceEncrypt({ keyId, plaintext: 'hello, KMS', aad: 'tenant-42' });

const answer = await client.advanceDecrypt({ ciphertextBlob, aad: 'tenant-42' });
console.log(`Decrypted with key ${answer.keyId}, ${answer.algorithm}: ${new TextDecoder().decode(answer.plaintext)}`);

await client.close();

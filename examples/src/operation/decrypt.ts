/** Decrypt a ciphertext of Encrypt: with its key, iv and aad, or with an RSA key. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const sealed = await client.encrypt({ keyId, plaintext: 'hello, KMS', aad: 'tenant-42' });
const { ciphertextBlob, iv } = sealed;

const { plaintext, algorithm } = await client.decrypt({ keyId, ciphertextBlob, iv, aad: 'tenant-42' });
console.log(`Decrypted, ${algorithm}: ${new TextDecoder().decode(plaintext)}`);

const rsaKeyId = envOr('KMS_RSA_KEY_ID', 'alias/example-rsa');
const rsa = await client.encrypt({ keyId: rsaKeyId, plaintext: 'hello, RSA', algorithm: 'RSAES_OAEP_SHA_256' });
const opened = await client.decrypt({
  keyId: rsaKeyId,
  ciphertextBlob: rsa.ciphertextBlob,
  algorithm: 'RSAES_OAEP_SHA_256',
});
console.log(`Decrypted, ${opened.algorithm}: ${new TextDecoder().decode(opened.plaintext)}`);

await client.close();

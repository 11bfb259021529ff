/** Generate a key pair whose private key Decrypt decrypts, with its iv, only when it is needed. */
import { createPrivateKey } from 'node:crypto';
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const pair = await client.generateDataKeyPairWithoutPlaintext({ keyId, keyPairSpec: 'RSA_2048', keyFormat: 'DER' });
console.log(`Key pair ${pair.keyPairSpec}: public key of ${pair.publicKey.length} bytes, the private key encrypted`);

const { plaintext } = await client.decrypt({ keyId, ciphertextBlob: pair.privateKeyCiphertextBlob, iv: pair.iv });
const privateKey = createPrivateKey({ key: Buffer.from(plaintext), format: 'der', type: 'pkcs8' });
console.log(`Opened: ${privateKey.asymmetricKeyType}, ${privateKey.asymmetricKeyDetails?.modulusLength} bits`);

await client.close();

/** Get the public key of an asymmetric key as PEM. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_SIGNING_KEY_ID', 'alias/example-ec');

const { publicKey, keyVersionId } = await client.getPublicKey({ keyId });
console.log(`Public key of ${keyId}, version ${keyVersionId}`);
console.log(publicKey.trim());

await client.close();

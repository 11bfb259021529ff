/** Move GetPublicKey of KMS 1.0 to the instance. */
import { GetPublicKeyRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { newestVersion, transferClient } from '../transfer-client.js';

const client = transferClient();
const { keyId, keyVersionId } = await newestVersion(client, envOr('KMS_SIGNING_KEY_ID', 'alias/example-ec'));

const { publicKey } = await client.getPublicKey(new GetPublicKeyRequest({ keyId, keyVersionId }));
console.log(`Public key of ${keyId}, version ${keyVersionId}`);
console.log(publicKey.trim());

await client.close();

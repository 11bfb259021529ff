/** Move AsymmetricSign of KMS 1.0 to the instance, which signs the digest of a message. */
import { createHash } from 'node:crypto';
import { AsymmetricSignRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { newestVersion, transferClient } from '../transfer-client.js';

const client = transferClient();
const { keyId, keyVersionId } = await newestVersion(client, envOr('KMS_SIGNING_KEY_ID', 'alias/example-ec'));

const digest = createHash('sha256').update('pay 10').digest('base64');
const { value } = await client.asymmetricSign(
  new AsymmetricSignRequest({ keyId, keyVersionId, algorithm: 'ECDSA_SHA_256', digest }),
);
console.log(`Signature by ${keyId}, version ${keyVersionId}: ${value}`);

await client.close();

/** Move GetSecretValue of KMS 1.0 to the instance. */
import { GetSecretValueRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { transferClient } from '../transfer-client.js';

const client = transferClient();

const secret = await client.getSecretValue(
  new GetSecretValueRequest({ secretName: envOr('KMS_SECRET_NAME', 'example/db') }),
);
// The value is secret.secretData: pass it to the connection, never to a log.
console.log(`${secret.secretName}, version ${secret.versionId} (${secret.versionStages.versionStage.join(', ')})`);
console.log(`${secret.secretDataType} of ${Buffer.byteLength(secret.secretData)} bytes`);

await client.close();

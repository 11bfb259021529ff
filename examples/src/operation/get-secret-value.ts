/** Get the current value of a secret, as a program does that connects to a database. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();

const secret = await client.getSecretValue({ secretName: envOr('KMS_SECRET_NAME', 'example/db') });
// The value is secret.secretData: pass it to the connection, never to a log.
console.log(`${secret.secretName}, version ${secret.versionId} (${secret.versionStages.join(', ')})`);
console.log(`${secret.secretDataType} of ${secret.secretBytes.length} bytes, from ${secret.createTime.toISOString()}`);

await client.close();

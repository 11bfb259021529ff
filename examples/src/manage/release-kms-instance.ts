/** Release an instance, with everything in it. */
// Irreversible: all keys and secrets of the instance are lost. So it requires a variable of its own.
import { publicClient } from '../client.js';
import { envOr } from '../env.js';
import { refusal } from '../scratch.js';

const client = publicClient();
const kmsInstanceId = envOr('KMS_INSTANCE_ID_TO_RELEASE', 'kst-example-old');

await client.releaseKmsInstance({ kmsInstanceId });

console.log(`${kmsInstanceId} is gone: ${await refusal(client.getKmsInstance({ kmsInstanceId }))}`);

await client.close();

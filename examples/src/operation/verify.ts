/** Verify a signature in KMS: a wrong signature is a result, not an error. */
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_SIGNING_KEY_ID', 'alias/example-ec');

const { signature } = await client.sign({ keyId, message: 'pay 10' });

const genuine = await client.verify({ keyId, message: 'pay 10', signature });
console.log(`pay 10: ${genuine.value ? 'genuine' : 'forged'}`);
// A wrong signature is a result, not an error.
const forged = await client.verify({ keyId, message: 'pay 99', signature });
console.log(`pay 99: ${forged.value ? 'genuine' : 'forged'}`);

await client.close();

/** Sign a message, which KMS hashes, and a digest that was computed locally. */
import { createHash } from 'node:crypto';
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_SIGNING_KEY_ID', 'alias/example-ec');

const { signature, algorithm } = await client.sign({ keyId, message: 'pay 10' });
console.log(`Signature by ${keyId}, ${algorithm}: ${Buffer.from(signature).toString('base64')}`);

// A message of any size: only its hash goes to KMS.
const digest = createHash('sha256').update('a large file').digest();
const ofDigest = await client.sign({ keyId, message: digest, messageType: 'DIGEST' });
console.log(`Signature of a hash: ${Buffer.from(ofDigest.signature).toString('base64')}`);

await client.close();

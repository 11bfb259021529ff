/** Generate a key pair with AdvanceGenerateDataKeyPair, and sign with it locally. */
import { sign, verify } from 'node:crypto';
import { instanceClient } from '../client.js';
import { envOr } from '../env.js';

const client = instanceClient();
const keyId = envOr('KMS_KEY_ID', 'alias/example');

const pair = await client.advanceGenerateDataKeyPair({ keyId, keyPairSpec: 'EC_P256', keyFormat: 'PEM' });
console.log(`Key pair ${pair.keyPairSpec}, its private key encrypted with ${pair.algorithm}`);
console.log(Buffer.from(pair.publicKey).toString().trim());

const signature = sign('sha256', Buffer.from('pay 10'), Buffer.from(pair.privateKeyPlaintext));
console.log(`Verified: ${verify('sha256', Buffer.from('pay 10'), Buffer.from(pair.publicKey), signature)}`);

await client.close();

/** Show an instance, and get the CA that signs the certificate of its gateway. */
import { X509Certificate } from 'node:crypto';
import { publicClient } from '../client.js';
import { env } from '../env.js';

const client = publicClient();
const { kmsInstance } = await client.getKmsInstance({ kmsInstanceId: env('KMS_INSTANCE_ID') });
console.log(`${kmsInstance?.instanceId} is ${kmsInstance?.status}, for ${kmsInstance?.keyNum} keys`);
// A client with publicConfig does this itself.
const ca = new X509Certificate(kmsInstance?.caCertificateChainPem ?? '');
console.log(`Its CA is ${ca.subject.replaceAll('\n', ', ')}, valid until ${ca.validTo}`);

await client.close();

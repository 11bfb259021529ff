/** Move AsymmetricVerify of KMS 1.0 to the instance, with a genuine signature and a forged one. */
import { createHash } from 'node:crypto';
import { AsymmetricSignRequest, AsymmetricVerifyRequest } from '@alicloud/kms20160120';
import { envOr } from '../env.js';
import { newestVersion, transferClient } from '../transfer-client.js';

const client = transferClient();
const { keyId, keyVersionId } = await newestVersion(client, envOr('KMS_SIGNING_KEY_ID', 'alias/example-ec'));
const key = { keyId, keyVersionId, algorithm: 'ECDSA_SHA_256' };
const digestOf = (message: string) => createHash('sha256').update(message).digest('base64');

const { value } = await client.asymmetricSign(new AsymmetricSignRequest({ ...key, digest: digestOf('pay 10') }));

for (const message of ['pay 10', 'pay 99']) {
  const verified = await client.asymmetricVerify(
    new AsymmetricVerifyRequest({ ...key, digest: digestOf(message), value }),
  );
  console.log(`${message}: ${verified.value ? 'genuine' : 'forged'}`);
}

await client.close();

/** Give an application access to one key in a single call: network rule, policy, access point and client key; then use it. */
import { Client } from 'alibabacloud-kms-sdk';
import { publicClient } from '../client.js';
import { env, envOr } from '../env.js';
import { newName, withKey } from '../scratch.js';
import { sourcePrivateIp } from '../scratch-access.js';

const operator = publicClient();
await withKey(operator, async ({ keyId }) => {
  const name = newName('shop');
  const access = await operator.createAccess({
    name,
    resources: [`key/${keyId}`],
    networks: sourcePrivateIp,
    kmsInstance: env('KMS_INSTANCE_ID'),
    // clientKeyFile: 'client-key-shop.json' writes the client key to a file instead of returning it.
  });
  console.log(`${name} has the client key ${access.clientKeyId}, valid until ${access.notAfter.toISOString()}`);

  const application = new Client({
    instanceConfig: {
      endpoint: env('KMS_INSTANCE_ENDPOINT'),
      caFilePath: envOr('KMS_CA_FILE', undefined),
      clientKeyContent: access.clientKeyContent,
      password: access.password,
    },
  });
  const { ciphertextBlob } = await application.advanceEncrypt({ keyId, plaintext: 'hello' });
  const { plaintext } = await application.advanceDecrypt({ ciphertextBlob });
  console.log(`The application decrypts with it: ${new TextDecoder().decode(plaintext)}`);
  await application.close();

  await operator.deleteClientKey({ clientKeyId: access.clientKeyId });
  await operator.deleteApplicationAccessPoint({ name });
  await operator.deletePolicy({ name });
  await operator.deleteNetworkRule({ name });
});

await operator.close();

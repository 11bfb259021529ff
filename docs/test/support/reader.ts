// What a reader has at hand: the blocks of the pages use `client` without making it again and again.
import { Client } from 'alibabacloud-kms-sdk';

declare global {
  var client: Client;
}

globalThis.client = new Client({
  instanceConfig: {
    endpoint: process.env.KMS_INSTANCE_ENDPOINT ?? '',
    instanceId: process.env.KMS_INSTANCE_ID,
    clientKeyFile: process.env.KMS_CLIENT_KEY_FILE,
    password: process.env.KMS_CLIENT_KEY_PASSWORD,
    caFilePath: process.env.KMS_CA_FILE,
  },
  publicConfig: { regionId: process.env.ALIBABA_CLOUD_REGION_ID, endpoint: process.env.KMS_ENDPOINT },
});

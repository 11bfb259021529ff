import type { LocalKms } from 'alibabacloud-kms-local';

/** The variables that point the examples to a local KMS, like those that `kms local env` prints. */
export const localEnvironment = (kms: LocalKms): Record<string, string> => ({
  ALIBABA_CLOUD_REGION_ID: kms.regionId,
  ALIBABA_CLOUD_ACCESS_KEY_ID: kms.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: kms.accessKeySecret,
  // Otherwise a token of another account would be combined with this AccessKey.
  ALIBABA_CLOUD_SECURITY_TOKEN: '',
  KMS_ENDPOINT: kms.endpoint,
  KMS_PUBLIC_CA_FILE: kms.caFile,
  KMS_INSTANCE_ENDPOINT: kms.endpoint,
  KMS_INSTANCE_ID: kms.instanceId,
  KMS_CA_FILE: kms.caFile,
  KMS_CLIENT_KEY_FILE: kms.clientKeyFile,
  KMS_CLIENT_KEY_PASSWORD: kms.clientKeyPassword,
  NODE_EXTRA_CA_CERTS: kms.caFile,
});

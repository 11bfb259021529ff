/**
 * The environment variables of the examples: those of the command `kms` and other SDKs, and the resources to use.
 * `docs/examples.md` has the same table.
 */
export const variables: Readonly<Record<string, string>> = {
  KMS_INSTANCE_ENDPOINT: 'gateway of a KMS instance, kst-….cryptoservice.kms.aliyuncs.com',
  KMS_INSTANCE_ID: 'id of the instance, kst-…',
  KMS_CLIENT_KEY_FILE: 'file of a client key of the instance, clientKey_KAAP.….json',
  KMS_CLIENT_KEY_PASSWORD: 'password of that client key',
  KMS_CA_FILE: 'CA of the instance, a PEM file; fetched by the public gateway when there is one',
  ALIBABA_CLOUD_REGION_ID: 'region of the public gateway, e.g. cn-hangzhou',
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'AccessKey for the public gateway',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret of that AccessKey',
  ALIBABA_CLOUD_SECURITY_TOKEN: 'token of that AccessKey, when it is a temporary one',
  KMS_ENDPOINT: 'public gateway, in place of that of the region',
  KMS_PUBLIC_CA_FILE: 'CA of the public gateway, when it is not one of the system',
  KMS_KEY_ID: 'symmetric key to work with, an id or an alias',
  KMS_RSA_KEY_ID: 'RSA key to encrypt with, an id or an alias',
  KMS_SIGNING_KEY_ID: 'key to sign with, an id or an alias',
  KMS_SECRET_NAME: 'secret to read',
  KMS_ENVELOPE_FILE: 'file that envelope encryption writes and decryption reads',
  KMS_ROTATED_KEY_ID: 'asymmetric key that gets a new version',
  KMS_NEW_INSTANCE_ID: 'instance to start',
  KMS_INSTANCE_ID_TO_RELEASE: 'instance to release, with all that is in it',
  VPC_ID: 'VPC that an instance is started in or bound to',
  VPC_OWNER_ID: 'account that the VPC belongs to',
  VSWITCH_ID: 'vSwitch of the VPC that an instance is bound to',
  VSWITCH_IDS: 'vSwitches of an instance that is started, with commas',
  ZONE_IDS: 'zones of an instance that is started, with commas',
  RAM_USER_NAME: 'RAM user that a key policy names',
  RAM_ROLE_NAME: 'RAM role that a secret policy names',
  RDS_INSTANCE_ID: 'ApsaraDB RDS instance whose password is rotated',
  CIPHERTEXT: 'ciphertext of KMS 1.0 to decrypt, in base64',
  POSTGRES_URL: 'PostgreSQL database for a table or a role, postgres://user:password@host/database',
  STORAGE_ENDPOINT: 'storage that speaks S3, e.g. https://s3.oss-cn-hangzhou.aliyuncs.com',
  STORAGE_REGION: 'region of that storage',
  STORAGE_BUCKET: 'bucket to upload to',
  INVOCATIONS: 'how often a serverless function is invoked',
};

/** A required variable. */
export function env(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`set ${name}${variables[name] ? `: ${variables[name]}` : ''} (docs/examples.md)`);
}

/** An optional variable. An empty one counts as not set. */
export const envOr = <Default extends string | undefined>(name: string, otherwise: Default): string | Default =>
  process.env[name] || otherwise;

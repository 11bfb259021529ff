/** Resources for the management examples, created before and deleted after, so that the examples can be repeated. */
import { randomBytes } from 'node:crypto';
import { type Client, type CreateKeyRequest, type CreateSecretRequest, KmsServiceError } from 'alibabacloud-kms-sdk';
import { envOr } from './env.js';

/** A unique name. */
export const newName = (what: string): string => `example-${what}-${randomBytes(4).toString('hex')}`;

/** The instance for new keys. Without one, they are created outside instances. */
export const instanceId = (): string | undefined => envOr('KMS_INSTANCE_ID', undefined);

/** A key and its newest version. */
export interface ScratchKey {
  keyId: string;
  keyVersionId: string;
}

/** Creates a key, works with it, and schedules its deletion: 7 days are the shortest window. */
export async function withKey(
  client: Client,
  use: (key: ScratchKey) => Promise<void>,
  request: CreateKeyRequest = {},
): Promise<void> {
  const { keyMetadata } = await client.createKey({ dkmsInstanceId: instanceId(), ...request });
  const { keyId } = keyMetadata;
  try {
    const { keyVersions } = await client.listKeyVersions({ keyId });
    await use({ keyId, keyVersionId: keyVersions[0]?.keyVersionId ?? '' });
  } finally {
    await client.scheduleKeyDeletion({ keyId, pendingWindowInDays: 7 });
  }
}

/** Creates a secret with the version `v1`, works with it, and deletes it and the key that encrypts it. */
export async function withSecret(
  client: Client,
  use: (secretName: string) => Promise<void>,
  request: Partial<CreateSecretRequest> = {},
): Promise<void> {
  await withKey(client, async ({ keyId: encryptionKeyId }) => {
    const { secretName } = await client.createSecret({
      secretName: newName('secret'),
      secretData: 'first value',
      versionId: 'v1',
      encryptionKeyId,
      dkmsInstanceId: instanceId(),
      ...request,
    });
    try {
      await use(secretName);
    } finally {
      await client.deleteSecret({ secretName, forceDeleteWithoutRecovery: true });
    }
  });
}

/**
 * A secret that KMS rotates: the password of a database account. In the cloud, RDS_INSTANCE_ID must be an ApsaraDB RDS
 * instance of yours with an account `app`: a rotation changes its password.
 */
export const managedSecret = (): Partial<CreateSecretRequest> => ({
  secretType: 'Rds',
  secretData: JSON.stringify({ Accounts: [{ AccountName: 'app', AccountPassword: 'First-passw0rd' }] }),
  extendedConfig: { SecretSubType: 'SingleUser', DBInstanceId: envOr('RDS_INSTANCE_ID', 'rm-example') },
});

/** The error code of a refused call. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof KmsServiceError) return error.code;
    throw error;
  }
  throw new Error('the call was expected to be refused, and was not');
}

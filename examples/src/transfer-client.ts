/** The TransferClient, for a program that was written with @alicloud/kms20160120 1.x. */
import { type Kms10Responses, TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { env, envOr } from './env.js';

export type Kms10Client = TransferClient<1>;

/** Replaces `new KmsClient(new Config({ … }))`. The rest of the program stays the same. */
export const transferClient = (): Kms10Client =>
  new TransferClient({
    // The existing Config of the program, or its fields.
    config: {
      accessKeyId: env('ALIBABA_CLOUD_ACCESS_KEY_ID'),
      accessKeySecret: env('ALIBABA_CLOUD_ACCESS_KEY_SECRET'),
      securityToken: envOr('ALIBABA_CLOUD_SECURITY_TOKEN', undefined),
      regionId: env('ALIBABA_CLOUD_REGION_ID'),
      // Only a local KMS needs these two.
      endpoint: envOr('KMS_ENDPOINT', undefined),
      caFilePath: envOr('KMS_PUBLIC_CA_FILE', undefined),
    },
    // New: the instance, for cryptography and secrets.
    kmsConfig: {
      endpoint: env('KMS_INSTANCE_ENDPOINT'),
      instanceId: envOr('KMS_INSTANCE_ID', undefined),
      clientKeyFile: env('KMS_CLIENT_KEY_FILE'),
      password: env('KMS_CLIENT_KEY_PASSWORD'),
      caFilePath: envOr('KMS_CA_FILE', undefined),
    },
    // Responses and errors like versions 1.x; omit it in programs for versions 2.x to 4.x.
    apiGeneration: 1,
  });

/** The id and the newest version of an asymmetric key: KMS 1.0 needs both in every call. */
export async function newestVersion(
  client: Kms10Client,
  alias: string,
): Promise<{ keyId: string; keyVersionId: string }> {
  const { keyMetadata }: Kms10Responses['DescribeKey'] = await client.describeKey({ keyId: alias });
  const { keyId } = keyMetadata;
  const { keyVersions }: Kms10Responses['ListKeyVersions'] = await client.listKeyVersions({ keyId, pageSize: 100 });
  const [newest] = keyVersions.keyVersion.sort((a, b) => b.creationDate.localeCompare(a.creationDate));
  if (!newest) throw new Error(`${keyId} has no version`);
  return { keyId, keyVersionId: newest.keyVersionId };
}

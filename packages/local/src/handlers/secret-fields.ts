import { arn } from '../keys/key-ids.js';
import type { Identity, Kms } from '../kms.js';
import type { Secret } from '../secrets/secret-record.js';
import { automaticSecretRotation, checkSecretData, checkVersionId } from '../secrets/secret-rules.js';
import type { SecretValue } from '../secrets/secret-service.js';
import { readTags } from '../store/tags.js';
import { optionalWireDate, tagsResponse, wireDate } from './fields.js';
import type { PublicRequests } from './generated/public-types.js';

interface WhichVersion {
  versionId?: string;
  stage?: string;
  fetchExtendedConfig: boolean;
}

/** SecretData, SecretDataType and VersionId. */
export function secretValue(request: PublicRequests['PutSecretValue'] | PublicRequests['CreateSecret']): SecretValue {
  const { SecretData: data, SecretDataType: dataType = 'text', VersionId: versionId } = request;
  checkSecretData(data, dataType);
  checkVersionId('VersionId', versionId);
  return { versionId, data, dataType };
}

export const secretArn = (identity: Identity, name: string): string => arn(identity, `secret/${name}`);

export const rotationResponse = (secret: Secret) => ({
  AutomaticRotation: automaticSecretRotation(secret),
  RotationInterval: secret.rotation_interval ?? undefined,
  LastRotationDate: optionalWireDate(secret.last_rotated_at),
  NextRotationDate:
    automaticSecretRotation(secret) === 'Enabled' ? optionalWireDate(secret.next_rotation_at) : undefined,
});

/** The fields of a secret in both DescribeSecret and ListSecrets. */
export const secretResponse = (secret: Secret) => ({
  SecretName: secret.name,
  SecretType: secret.type,
  CreateTime: wireDate(secret.created_at),
  UpdateTime: wireDate(secret.updated_at),
  PlannedDeleteTime: optionalWireDate(secret.delete_at),
});

export const secretTagsResponse = async (kms: Kms, secretName: string) =>
  tagsResponse(await readTags(kms.store.db, { type: 'secret', id: secretName }));

/** The response fields of GetSecretValue on both gateways. */
export async function readSecret(kms: Kms, secret: Secret, { versionId, stage, fetchExtendedConfig }: WhichVersion) {
  const { version, data, stages } = await kms.secrets.read(secret, { versionId, stage });
  return {
    SecretName: secret.name,
    SecretType: secret.type,
    SecretData: data,
    SecretDataType: version.data_type,
    VersionId: version.version_id,
    VersionStages: stages,
    CreateTime: wireDate(version.created_at),
    ExtendedConfig: fetchExtendedConfig ? (secret.extended_config ?? undefined) : undefined,
    ...rotationResponse(secret),
  };
}

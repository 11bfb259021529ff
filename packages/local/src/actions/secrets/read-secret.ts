import type { Secret } from '../../secrets/secret-record.js';
import { wireDate } from '../answers.js';
import type { Kms } from '../types.js';
import { rotationAnswer } from './secret-answer.js';

export interface WhichVersion {
  versionId?: string;
  stage?: string;
  fetchExtendedConfig: boolean;
}

/** The fields that GetSecretValue answers on both gateways. */
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
    ...rotationAnswer(secret),
  };
}

import { refuseRecipient } from '../crypto/recipient.js';
import { flag, optionalText, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { readSecret } from './read-secret.js';

export const getSecretValue: OpenApiAction = async (parameters, { kms }) => {
  refuseRecipient(parameters);
  const secret = await kms.secrets.find(text(parameters, 'SecretName'), 'GetSecretValue');
  const { VersionStages, ...value } = await readSecret(kms, secret, {
    versionId: optionalText(parameters, 'VersionId'),
    stage: optionalText(parameters, 'VersionStage'),
    fetchExtendedConfig: flag(parameters, 'FetchExtendedConfig'),
  });
  return { ...value, VersionStages: { VersionStage: VersionStages } };
};

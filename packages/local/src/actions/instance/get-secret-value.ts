import { secretNotFound } from '../../secrets/secret-record.js';
import { readSecret } from '../secrets/read-secret.js';
import type { InstanceAction } from '../types.js';
import { optionalText, text } from './message-fields.js';

export const getSecretValue: InstanceAction = async (message, { kms }) => {
  const secret = await kms.secrets.find(text(message, 'SecretName'), 'GetSecretValue');
  if (secret.instance_id !== kms.identity.instanceId) throw secretNotFound();
  const value = await readSecret(kms, secret, {
    versionId: optionalText(message, 'VersionId'),
    stage: optionalText(message, 'VersionStage'),
    fetchExtendedConfig: message.FetchExtendedConfig === true,
  });
  return { message: value };
};

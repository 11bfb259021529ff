import { secretNotFound } from '../../secrets/secret-record.js';
import { readSecret } from '../secret-fields.js';
import type { InstanceHandlers } from '../types.js';
import { optionalText, text } from './messages.js';

export const secretHandlers = {
  GetSecretValue: async (message, { kms }) => {
    const secret = await kms.secrets.find(text(message, 'SecretName'), 'GetSecretValue');
    if (secret.instance_id !== kms.identity.instanceId) throw secretNotFound();
    const value = await readSecret(kms, secret, {
      versionId: optionalText(message, 'VersionId'),
      stage: optionalText(message, 'VersionStage'),
      fetchExtendedConfig: message.FetchExtendedConfig === true,
    });
    return { message: value };
  },
} satisfies Partial<InstanceHandlers>;

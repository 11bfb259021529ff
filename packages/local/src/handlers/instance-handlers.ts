import { secretNotFound } from '../secrets/secret-record.js';
import { cryptographyHandlers } from './instance/cryptography.js';
import { dataKeyHandlers } from './instance/data-keys.js';
import { readSecret } from './secret-fields.js';
import type { InstanceHandlers } from './types.js';

/** The APIs of the instance gateway, by name. */
export const instanceHandlers: InstanceHandlers = {
  ...cryptographyHandlers,
  ...dataKeyHandlers,

  GetSecretValue: async (request, { kms }) => {
    const secret = await kms.secrets.find(request.SecretName, 'GetSecretValue');
    if (secret.instance_id !== kms.identity.instanceId) throw secretNotFound();
    const message = await readSecret(kms, secret, {
      versionId: request.VersionId,
      stage: request.VersionStage,
      fetchExtendedConfig: request.FetchExtendedConfig === true,
    });
    return { message };
  },
};

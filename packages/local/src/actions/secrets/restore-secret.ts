import { skipMissed } from '../../keys/rotation.js';
import { updateSecret } from '../../secrets/secret-record.js';
import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const restoreSecret: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'SecretName');
  await kms.secrets.change(name, 'RestoreSecret', (secret, db) => {
    if (secret.delete_at === null) {
      throw new ServiceError('Rejected.StateModifiedFailed', { message: 'The secret is not scheduled for deletion.' });
    }
    return updateSecret(db, secret, { delete_at: null, ...skipMissed(secret, kms.clock.now()) });
  });
  return { SecretName: name };
};

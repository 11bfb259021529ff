import { limits } from 'alibabacloud-kms-sdk/internal';
import { dayMs } from '../../keys/rotation.js';
import { checkNotDeleted, updateSecret } from '../../secrets/secret-record.js';
import { wireDate } from '../answers.js';
import { flag, optionalInteger, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const deleteSecret: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'SecretName');
  const window = limits.secretRecoveryDays;
  const force = flag(parameters, 'ForceDeleteWithoutRecovery');
  const days = optionalInteger(parameters, 'RecoveryWindowInDays', window) ?? window.default;
  const deleteAt = force ? kms.clock.now() : kms.clock.now() + days * dayMs;
  await kms.secrets.change(name, 'DeleteSecret', async (secret, db) => {
    if (force) return kms.secrets.remove(db, secret);
    await updateSecret(db, checkNotDeleted(secret), { delete_at: deleteAt });
  });
  return { SecretName: name, PlannedDeleteTime: wireDate(deleteAt) };
};

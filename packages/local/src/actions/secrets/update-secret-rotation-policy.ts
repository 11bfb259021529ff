import { formatInterval } from '../../keys/rotation.js';
import { checkManaged } from '../../secrets/managed-secrets.js';
import { updateSecret } from '../../secrets/secret-record.js';
import { flag, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { secretRotationIntervalMs } from './secret-rotation-interval.js';

export const updateSecretRotationPolicy: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'SecretName');
  const enable = flag(parameters, 'EnableAutomaticRotation');
  await kms.secrets.change(name, 'UpdateSecretRotationPolicy', (secret, db) => {
    checkManaged(secret.type);
    if (!enable) return updateSecret(db, secret, { automatic_rotation: 0, next_rotation_at: null });
    const intervalMs = secretRotationIntervalMs(parameters, secret.rotation_interval);
    return updateSecret(db, secret, {
      automatic_rotation: 1,
      rotation_interval: formatInterval(intervalMs),
      next_rotation_at: kms.clock.now() + intervalMs,
    });
  });
  return { SecretName: name };
};

import { updateKey } from '../../keys/key-record.js';
import { formatInterval } from '../../keys/rotation.js';
import { flag, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { rotationIntervalMs } from './rotation-interval.js';

export const updateRotationPolicy: OpenApiAction = async (parameters, { kms }) => {
  const enable = flag(parameters, 'EnableAutomaticRotation');
  await kms.keys.change(text(parameters, 'KeyId'), 'UpdateRotationPolicy', (key, db) => {
    if (!enable) return updateKey(db, key, { automatic_rotation: 0, next_rotation_at: null });
    const intervalMs = rotationIntervalMs(parameters, key, key.rotation_interval);
    return updateKey(db, key, {
      automatic_rotation: 1,
      rotation_interval: formatInterval(intervalMs),
      next_rotation_at: kms.clock.now() + intervalMs,
    });
  });
  return {};
};

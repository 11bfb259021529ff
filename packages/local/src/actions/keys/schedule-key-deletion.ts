import { limits } from 'alibabacloud-kms-sdk/internal';
import { updateKey } from '../../keys/key-record.js';
import { dayMs } from '../../keys/rotation.js';
import { ServiceError } from '../../service-error.js';
import { integer, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const scheduleKeyDeletion: OpenApiAction = async (parameters, { kms }) => {
  const days = integer(parameters, 'PendingWindowInDays', limits.pendingWindowDays);
  await kms.keys.change(text(parameters, 'KeyId'), 'ScheduleKeyDeletion', (key, db) => {
    if (key.deletion_protection === 1) throw new ServiceError('Rejected.DeletionProtection');
    return updateKey(db, key, { state: 'PendingDeletion', delete_at: kms.clock.now() + days * dayMs });
  });
  return {};
};

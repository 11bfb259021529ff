import { updateKey } from '../../keys/key-record.js';
import { skipMissed } from '../../keys/rotation.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const cancelKeyDeletion: OpenApiAction = async (parameters, { kms }) => {
  await kms.keys.change(text(parameters, 'KeyId'), 'CancelKeyDeletion', async (key, db) => {
    const hasMaterial = await kms.keys.hasMaterial(db, key);
    const state = hasMaterial ? 'Enabled' : 'PendingImport';
    return updateKey(db, key, { state, delete_at: null, ...skipMissed(key, kms.clock.now()) });
  });
  return {};
};

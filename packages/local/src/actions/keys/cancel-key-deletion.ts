import { updateKey } from '../../keys/key-record.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const cancelKeyDeletion: OpenApiAction = async (parameters, { kms }) => {
  await kms.keys.change(text(parameters, 'KeyId'), 'CancelKeyDeletion', async (key, db) => {
    const hasMaterial = await kms.keys.hasMaterial(db, key);
    return updateKey(db, key, { state: hasMaterial ? 'Enabled' : 'PendingImport', delete_at: null });
  });
  return {};
};

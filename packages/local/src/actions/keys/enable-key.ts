import { updateKey } from '../../keys/key-record.js';
import { skipMissed } from '../../keys/rotation.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const enableKey: OpenApiAction = async (parameters, { kms }) => {
  await kms.keys.change(text(parameters, 'KeyId'), 'EnableKey', (key, db) =>
    updateKey(db, key, { state: 'Enabled', ...skipMissed(key, kms.clock.now()) }),
  );
  return {};
};

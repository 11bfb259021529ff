import { updateKey } from '../../keys/key-record.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const disableKey: OpenApiAction = async (parameters, { kms }) => {
  await kms.keys.change(text(parameters, 'KeyId'), 'DisableKey', (key, db) =>
    updateKey(db, key, { state: 'Disabled' }),
  );
  return {};
};

import { checkExternal } from '../../keys/key-import.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const deleteKeyMaterial: OpenApiAction = async (parameters, { kms }) => {
  await kms.keys.change(text(parameters, 'KeyId'), 'DeleteKeyMaterial', (key, db) =>
    kms.keys.dropMaterial(db, checkExternal(key)),
  );
  return {};
};

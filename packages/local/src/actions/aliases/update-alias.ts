import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { aliasName } from './alias-name.js';

export const updateAlias: OpenApiAction = async (parameters, { kms }) => {
  const name = aliasName(parameters, kms.identity);
  await kms.keys.settleAll();
  await kms.keys.change(text(parameters, 'KeyId'), 'UpdateAlias', async (key, db) => {
    const updated = db.updateTable('aliases').set({ key_id: key.id }).where('name', '=', name);
    const { numUpdatedRows } = await updated.executeTakeFirst();
    if (numUpdatedRows === 0n) throw new ServiceError('Forbidden.AliasNotFound');
  });
  return {};
};

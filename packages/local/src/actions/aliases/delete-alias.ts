import { ServiceError } from '../../service-error.js';
import type { OpenApiAction } from '../types.js';
import { aliasName } from './alias-name.js';

export const deleteAlias: OpenApiAction = async (parameters, { kms }) => {
  const name = aliasName(parameters, kms.identity);
  await kms.keys.settleAll();
  await kms.store.transaction(async (db) => {
    const { numDeletedRows } = await db.deleteFrom('aliases').where('name', '=', name).executeTakeFirst();
    if (numDeletedRows === 0n) throw new ServiceError('Forbidden.AliasNotFound');
  });
  return {};
};

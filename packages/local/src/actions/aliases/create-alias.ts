import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { aliasName } from './alias-name.js';

export const createAlias: OpenApiAction = async (parameters, { kms }) => {
  const name = aliasName(parameters, kms.identity);
  // A key that is gone by now must not keep its alias names taken.
  await kms.keys.settleAll();
  await kms.keys.change(text(parameters, 'KeyId'), 'CreateAlias', async (key, db) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('aliases')
      .values({ name, key_id: key.id })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new ServiceError('Rejected.ResourceExist');
  });
  return {};
};

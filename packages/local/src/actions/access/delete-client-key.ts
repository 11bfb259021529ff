import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const deleteClientKey: OpenApiAction = async (parameters, { kms }) => {
  const id = text(parameters, 'ClientKeyId');
  await kms.access.change(async (db) => {
    const { numDeletedRows } = await db.deleteFrom('client_keys').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) throw new ServiceError('Forbidden.ResourceNotFound');
  });
  return {};
};

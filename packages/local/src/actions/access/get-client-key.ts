import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { clientKeyAnswer } from './client-key-answer.js';

export const getClientKey: OpenApiAction = async (parameters, { kms }) => {
  const query = kms.store.db.selectFrom('client_keys').selectAll().where('id', '=', text(parameters, 'ClientKeyId'));
  const row = await query.executeTakeFirst();
  if (!row) throw new ServiceError('Forbidden.ResourceNotFound');
  return clientKeyAnswer(row);
};

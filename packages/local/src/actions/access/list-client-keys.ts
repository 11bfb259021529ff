import { optionalText } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { clientKeyAnswer } from './client-key-answer.js';

export const listClientKeys: OpenApiAction = async (parameters, { kms }) => {
  const accessPoint = optionalText(parameters, 'AapName');
  let query = kms.store.db.selectFrom('client_keys').selectAll().orderBy('seq');
  if (accessPoint !== undefined) query = query.where('access_point', '=', accessPoint);
  return { ClientKeys: (await query.execute()).map(clientKeyAnswer) };
};

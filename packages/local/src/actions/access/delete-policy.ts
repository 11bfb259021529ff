import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { findPolicy } from './policy.js';

export const deletePolicy: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'Name');
  await kms.access.change(async (db) => {
    await findPolicy(db, name);
    const users = db.selectFrom('access_point_policies').select('access_point').where('policy', '=', name);
    const user = await users.executeTakeFirst();
    if (user) {
      const message = `Application access point ${user.access_point} has this policy.`;
      throw new ServiceError('Rejected.ResourceInUse', { message });
    }
    await db.deleteFrom('policies').where('name', '=', name).execute();
  });
  return {};
};

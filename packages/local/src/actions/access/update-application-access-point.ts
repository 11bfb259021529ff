import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { changedDescription, optionalNames } from './access-parameters.js';
import { findAccessPoint, writePolicies } from './access-point.js';

export const updateApplicationAccessPoint: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'Name');
  const policies = optionalNames(parameters, 'Policies');
  const description = changedDescription(parameters);
  await kms.access.change(async (db) => {
    const accessPoint = await findAccessPoint(db, name);
    await db
      .updateTable('access_points')
      .set({ description: description ?? accessPoint.description })
      .where('name', '=', name)
      .execute();
    if (policies) await writePolicies(db, name, policies);
  });
  return {};
};

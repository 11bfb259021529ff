import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { findNetworkRule } from './network-rule.js';

export const deleteNetworkRule: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'Name');
  await kms.access.change(async (db) => {
    await findNetworkRule(db, name);
    const users = db.selectFrom('policy_network_rules').select('policy').where('network_rule', '=', name);
    const user = await users.executeTakeFirst();
    if (user) throw new ServiceError('Rejected.ResourceInUse', { message: `Policy ${user.policy} uses this rule.` });
    await db.deleteFrom('network_rules').where('name', '=', name).execute();
  });
  return {};
};

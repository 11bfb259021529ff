import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { changedDescription, sourcePrivateIp } from './access-parameters.js';
import { findNetworkRule } from './network-rule.js';

export const updateNetworkRule: OpenApiAction = async (parameters, { kms }) => {
  const name = text(parameters, 'Name');
  const addresses = sourcePrivateIp(parameters);
  const description = changedDescription(parameters);
  await kms.access.change(async (db) => {
    const rule = await findNetworkRule(db, name);
    await db
      .updateTable('network_rules')
      .set({
        description: description ?? rule.description,
        source_private_ip: addresses ? JSON.stringify(addresses) : rule.source_private_ip,
      })
      .where('name', '=', name)
      .execute();
  });
  return {};
};

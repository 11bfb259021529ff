import { checkAccessName, checkAddresses } from '../../access/access-checks.js';
import { arn } from '../../keys/key-ids.js';
import type { Identity } from '../../kms.js';
import { ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { Database } from '../../store/schema.js';
import { pageOf, pageResponse } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const networkRuleHandlers = {
  /** A rule without addresses matches none. */
  CreateNetworkRule: async (request, { kms }) => {
    const { Name: name, Type: type, Description: description = '', SourcePrivateIp: addresses = [] } = request;
    checkAccessName(name);
    checkAddresses('SourcePrivateIp', addresses);
    const source_private_ip = JSON.stringify(addresses);
    await kms.access.change(async (db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('network_rules')
        .values({ name, type, description, source_private_ip })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) throw new ServiceError('Rejected.ResourceExist');
    });
    return {
      Arn: networkRuleArn(kms.identity, name),
      Name: name,
      Type: type,
      Description: description,
      SourcePrivateIp: source_private_ip,
    };
  },

  DescribeNetworkRule: async (request, { kms }) => {
    const rule = await findNetworkRule(kms.store.db, request.Name);
    return {
      Arn: networkRuleArn(kms.identity, rule.name),
      Type: rule.type,
      Description: rule.description,
      SourcePrivateIp: rule.source_private_ip,
    };
  },

  ListNetworkRules: async (request, { kms }) => {
    const asked = pageOf(request);
    const query = kms.store.db.selectFrom('network_rules').select(['name', 'type']);
    const { rows, total } = await readPage(query, asked);
    const rules = rows.map(({ name, type }) => ({ Name: name, Type: type }));
    return { NetworkRules: { NetworkRule: rules }, ...pageResponse(asked, total) };
  },

  UpdateNetworkRule: async (request, { kms }) => {
    const { Name: name, SourcePrivateIp: addresses, Description: description } = request;
    if (addresses) checkAddresses('SourcePrivateIp', addresses);
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
  },

  DeleteNetworkRule: async (request, { kms }) => {
    const name = request.Name;
    await kms.access.change(async (db) => {
      await findNetworkRule(db, name);
      const users = db.selectFrom('policy_network_rules').select('policy').where('network_rule', '=', name);
      const user = await users.executeTakeFirst();
      if (user) throw new ServiceError('Rejected.ResourceInUse', { message: `Policy ${user.policy} uses this rule.` });
      await db.deleteFrom('network_rules').where('name', '=', name).execute();
    });
    return {};
  },
} satisfies Partial<PublicHandlers>;

/** @throws ServiceError Forbidden.ResourceNotFound */
async function findNetworkRule(db: Database, name: string) {
  const rule = await db.selectFrom('network_rules').selectAll().where('name', '=', name).executeTakeFirst();
  if (!rule) throw new ServiceError('Forbidden.ResourceNotFound');
  return rule;
}

const networkRuleArn = (identity: Identity, name: string): string => arn(identity, `network/${name}`);

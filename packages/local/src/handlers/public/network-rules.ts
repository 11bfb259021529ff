import { checkAddresses } from '../../access/access-checks.js';
import { arn } from '../../keys/key-ids.js';
import type { Identity } from '../../kms.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { Database } from '../../store/schema.js';
import { isText, optionalJsonArray, page, text } from '../parameters.js';
import { pageResponse } from '../responses.js';
import type { Parameters, PublicHandlers } from '../types.js';
import { changedDescription, newDescription, newName } from './access-parameters.js';

export const networkRuleHandlers = {
  /** A rule without addresses fits none. */
  CreateNetworkRule: async (parameters, { kms }) => {
    const name = newName(parameters);
    const type = text(parameters, 'Type');
    if (type !== 'Private') throw invalidParameter('Type', 'it must be Private');
    const description = newDescription(parameters);
    const source_private_ip = JSON.stringify(sourcePrivateIp(parameters) ?? []);
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

  DescribeNetworkRule: async (parameters, { kms }) => {
    const rule = await findNetworkRule(kms.store.db, text(parameters, 'Name'));
    return {
      Arn: networkRuleArn(kms.identity, rule.name),
      Type: rule.type,
      Description: rule.description,
      SourcePrivateIp: rule.source_private_ip,
    };
  },

  ListNetworkRules: async (parameters, { kms }) => {
    const asked = page(parameters);
    const query = kms.store.db.selectFrom('network_rules').select(['name', 'type']);
    const { rows, total } = await readPage(query, asked);
    const rules = rows.map(({ name, type }) => ({ Name: name, Type: type }));
    return { NetworkRules: { NetworkRule: rules }, ...pageResponse(asked, total) };
  },

  UpdateNetworkRule: async (parameters, { kms }) => {
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
  },

  DeleteNetworkRule: async (parameters, { kms }) => {
    const name = text(parameters, 'Name');
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

/** Undefined when the parameter is absent. */
function sourcePrivateIp(parameters: Parameters): string[] | undefined {
  const name = 'SourcePrivateIp';
  const entries = optionalJsonArray(parameters, name, 'addresses', isText);
  if (entries) checkAddresses(name, entries);
  return entries;
}

const networkRuleArn = (identity: Identity, name: string): string => arn(identity, `network/${name}`);

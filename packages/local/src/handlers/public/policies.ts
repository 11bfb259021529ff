import { checkPermissions, checkResources } from '../../access/access-checks.js';
import { arn } from '../../keys/key-ids.js';
import type { Identity } from '../../kms.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { Database } from '../../store/schema.js';
import { isText, optionalJsonObject, optionalText, page, text } from '../parameters.js';
import { pageResponse } from '../responses.js';
import type { Parameters, PublicHandlers } from '../types.js';
import { changedDescription, newDescription, newName, optionalNames } from './access-parameters.js';

export const policyHandlers = {
  CreatePolicy: async (parameters, { kms }) => {
    const name = newName(parameters);
    const instanceId = optionalText(parameters, 'KmsInstance');
    if (instanceId !== undefined) await kms.instances.find(instanceId);
    const networkRules = accessControlRules(parameters) ?? [];
    const permissions = optionalPermissions(parameters);
    if (!permissions) throw new ServiceError('MissingParameter', { subject: 'Permissions' });
    const resources = optionalResources(parameters);
    if (!resources) throw new ServiceError('MissingParameter', { subject: 'Resources' });
    const row = {
      name,
      description: newDescription(parameters),
      instance_id: instanceId ?? null,
      permissions: JSON.stringify(permissions),
      resources: JSON.stringify(resources),
    };
    await kms.access.change(async (db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('policies')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 0n) throw new ServiceError('Rejected.ResourceExist');
      await writeNetworkRules(db, name, networkRules);
    });
    return {
      Arn: policyArn(kms.identity, name),
      Name: name,
      Description: row.description,
      KmsInstance: instanceId,
      Permissions: row.permissions,
      Resources: row.resources,
      AccessControlRules: accessControlRulesResponse(networkRules),
    };
  },

  DescribePolicy: async (parameters, { kms }) => {
    const policy = await findPolicy(kms.store.db, text(parameters, 'Name'));
    return {
      Arn: policyArn(kms.identity, policy.name),
      Name: policy.name,
      Description: policy.description,
      KmsInstance: policy.instance_id ?? undefined,
      Permissions: JSON.parse(policy.permissions),
      Resources: JSON.parse(policy.resources),
      AccessControlRules: accessControlRulesResponse(await readNetworkRules(kms.store.db, policy.name)),
    };
  },

  ListPolicies: async (parameters, { kms }) => {
    const asked = page(parameters);
    const query = kms.store.db.selectFrom('policies').select('name');
    const { rows, total } = await readPage(query, asked);
    return { Policies: { Policy: rows.map(({ name }) => ({ Name: name })) }, ...pageResponse(asked, total) };
  },

  UpdatePolicy: async (parameters, { kms }) => {
    const name = text(parameters, 'Name');
    const networkRules = accessControlRules(parameters);
    const permissions = optionalPermissions(parameters);
    const resources = optionalResources(parameters);
    const description = changedDescription(parameters);
    await kms.access.change(async (db) => {
      const policy = await findPolicy(db, name);
      await db
        .updateTable('policies')
        .set({
          description: description ?? policy.description,
          permissions: permissions ? JSON.stringify(permissions) : policy.permissions,
          resources: resources ? JSON.stringify(resources) : policy.resources,
        })
        .where('name', '=', name)
        .execute();
      if (networkRules) await writeNetworkRules(db, name, networkRules);
    });
    return {};
  },

  DeletePolicy: async (parameters, { kms }) => {
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
  },
} satisfies Partial<PublicHandlers>;

/** @throws ServiceError Forbidden.ResourceNotFound */
async function findPolicy(db: Database, name: string) {
  const policy = await db.selectFrom('policies').selectAll().where('name', '=', name).executeTakeFirst();
  if (!policy) throw new ServiceError('Forbidden.ResourceNotFound');
  return policy;
}

/** Names of the network rules of a policy, in the order in which they were given. */
async function readNetworkRules(db: Database, policy: string): Promise<string[]> {
  const rows = await db
    .selectFrom('policy_network_rules')
    .select('network_rule')
    .where('policy', '=', policy)
    .orderBy('seq')
    .execute();
  return rows.map(({ network_rule }) => network_rule);
}

/** Replaces the network rules of a policy. */
async function writeNetworkRules(db: Database, policy: string, names: readonly string[]): Promise<void> {
  await db.deleteFrom('policy_network_rules').where('policy', '=', policy).execute();
  for (const name of names) {
    const rule = await db.selectFrom('network_rules').select('name').where('name', '=', name).executeTakeFirst();
    if (!rule) throw invalidParameter('AccessControlRules', `there is no network rule ${name}`);
    await db.insertInto('policy_network_rules').values({ policy, network_rule: name }).execute();
  }
}

const accessControlRulesResponse = (networkRules: readonly string[]): string =>
  JSON.stringify({ NetworkRules: networkRules });

/** Names of the network rules in AccessControlRules. Undefined when the parameter is absent. */
function accessControlRules(parameters: Parameters): string[] | undefined {
  const rules = optionalJsonObject(parameters, 'AccessControlRules');
  if (rules === undefined) return undefined;
  const names = rules.NetworkRules ?? [];
  if (Array.isArray(names) && names.every(isText)) return [...new Set(names)];
  throw invalidParameter('AccessControlRules', 'it must be {"NetworkRules":["…"]}');
}

/** Undefined when the parameter is absent. */
function optionalPermissions(parameters: Parameters): string[] | undefined {
  const given = optionalNames(parameters, 'Permissions');
  if (given) checkPermissions(given);
  return given;
}

/** Undefined when the parameter is absent. */
function optionalResources(parameters: Parameters): string[] | undefined {
  const given = optionalNames(parameters, 'Resources');
  if (given) checkResources(given);
  return given;
}

const policyArn = (identity: Identity, name: string): string => arn(identity, `policy/${name}`);

import { checkAccessName, checkPermissions, checkResources } from '../../access/access-checks.js';
import { arn } from '../../keys/key-ids.js';
import type { Identity } from '../../kms.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { Database } from '../../store/schema.js';
import { pageOf, pageResponse } from '../fields.js';
import type { PublicHandlers } from '../types.js';

export const policyHandlers = {
  CreatePolicy: async (request, { kms }) => {
    const { Name: name, KmsInstance: instanceId, Description: description = '' } = request;
    checkAccessName(name);
    if (instanceId !== undefined) await kms.instances.find(instanceId);
    checkPermissions(request.Permissions);
    checkResources(request.Resources);
    const networkRules = [...new Set(request.AccessControlRules?.NetworkRules)];
    const row = {
      name,
      description,
      instance_id: instanceId ?? null,
      permissions: jsonOnce(request.Permissions),
      resources: jsonOnce(request.Resources),
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

  DescribePolicy: async (request, { kms }) => {
    const policy = await findPolicy(kms.store.db, request.Name);
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

  ListPolicies: async (request, { kms }) => {
    const asked = pageOf(request);
    const query = kms.store.db.selectFrom('policies').select('name');
    const { rows, total } = await readPage(query, asked);
    return { Policies: { Policy: rows.map(({ name }) => ({ Name: name })) }, ...pageResponse(asked, total) };
  },

  UpdatePolicy: async (request, { kms }) => {
    const { Name: name, Permissions: permissions, Resources: resources, Description: description } = request;
    if (permissions) checkPermissions(permissions);
    if (resources) checkResources(resources);
    const networkRules = request.AccessControlRules && [...new Set(request.AccessControlRules.NetworkRules)];
    await kms.access.change(async (db) => {
      const policy = await findPolicy(db, name);
      await db
        .updateTable('policies')
        .set({
          description: description ?? policy.description,
          permissions: permissions ? jsonOnce(permissions) : policy.permissions,
          resources: resources ? jsonOnce(resources) : policy.resources,
        })
        .where('name', '=', name)
        .execute();
      if (networkRules) await writeNetworkRules(db, name, networkRules);
    });
    return {};
  },

  DeletePolicy: async (request, { kms }) => {
    const name = request.Name;
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

/** Names of the network rules of a policy, in their original order. */
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

/** JSON of the entries without duplicates. */
const jsonOnce = (entries: readonly string[]): string => JSON.stringify([...new Set(entries)]);

const policyArn = (identity: Identity, name: string): string => arn(identity, `policy/${name}`);

import { permissions } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, ServiceError } from '../../service-error.js';
import type { Database } from '../../store/store.js';
import { isText, optionalJsonObject } from '../parameters.js';
import type { Parameters } from '../types.js';
import { optionalNames } from './access-parameters.js';

/** @throws ServiceError Forbidden.ResourceNotFound */
export async function findPolicy(db: Database, name: string) {
  const policy = await db.selectFrom('policies').selectAll().where('name', '=', name).executeTakeFirst();
  if (!policy) throw new ServiceError('Forbidden.ResourceNotFound');
  return policy;
}

/** Names of the network rules of a policy, in the order in which they were given. */
export async function readNetworkRules(db: Database, policy: string): Promise<string[]> {
  const rows = await db
    .selectFrom('policy_network_rules')
    .select('network_rule')
    .where('policy', '=', policy)
    .orderBy('seq')
    .execute();
  return rows.map(({ network_rule }) => network_rule);
}

/** Replaces the network rules of a policy. */
export async function writeNetworkRules(db: Database, policy: string, names: readonly string[]): Promise<void> {
  await db.deleteFrom('policy_network_rules').where('policy', '=', policy).execute();
  for (const name of names) {
    const rule = await db.selectFrom('network_rules').select('name').where('name', '=', name).executeTakeFirst();
    if (!rule) throw invalidParameter('AccessControlRules', `there is no network rule ${name}`);
    await db.insertInto('policy_network_rules').values({ policy, network_rule: name }).execute();
  }
}

export const accessControlRulesAnswer = (networkRules: readonly string[]): string =>
  JSON.stringify({ NetworkRules: networkRules });

/** Names of the network rules in AccessControlRules. Undefined when the parameter is absent. */
export function accessControlRules(parameters: Parameters): string[] | undefined {
  const rules = optionalJsonObject(parameters, 'AccessControlRules');
  if (rules === undefined) return undefined;
  const names = rules.NetworkRules ?? [];
  if (Array.isArray(names) && names.every(isText)) return [...new Set(names)];
  throw invalidParameter('AccessControlRules', 'it must be {"NetworkRules":["…"]}');
}

/** Undefined when the parameter is absent. */
export function optionalPermissions(parameters: Parameters): string[] | undefined {
  const given = optionalNames(parameters, 'Permissions');
  if (given) checkPermissions(given);
  return given;
}

/** @throws ServiceError InvalidParameter Permissions */
export function checkPermissions(given: readonly string[]): void {
  const known: readonly string[] = Object.values(permissions);
  if (given.length > 0 && given.every((permission) => known.includes(permission))) return;
  throw invalidParameter('Permissions', `it has one or more of ${known.join(', ')}`);
}

/** Undefined when the parameter is absent. */
export function optionalResources(parameters: Parameters): string[] | undefined {
  const given = optionalNames(parameters, 'Resources');
  if (given) checkResources(given);
  return given;
}

/** @throws ServiceError InvalidParameter Resources */
export function checkResources(given: readonly string[]): void {
  if (given.length > 0 && given.every(isResource)) return;
  throw invalidParameter('Resources', 'it has one or more of key/<id>, secret/<name>, key/* and secret/*');
}

/** An alias is no resource: it may belong to another key tomorrow. */
const isResource = (text: string): boolean => /^(key|secret)\/(\*|(?!alias\/)[^*]+)$/.test(text);

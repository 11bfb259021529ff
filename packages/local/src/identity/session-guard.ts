import { type ActionName, ramFacts } from 'alibabacloud-kms-sdk/internal';
import type { RamPolicy } from '../access/ram-policy.js';
import type { Guard } from '../guard.js';
import { type ArnScope, arn, withoutArn } from '../keys/key-ids.js';
import { ServiceError } from '../service-error.js';
import type { RoleSession } from './security-tokens.js';
import { sessionDecision } from './session-policy.js';

type Values = Readonly<Record<string, string>>;

/** A guard that applies the policy of a session, if any, to the keys and secrets of a call. */
export const sessionGuard =
  (scope: ArnScope, { policy }: RoleSession): Guard =>
  ({ type, id }, action) => {
    if (policy) ask(policy, action, arn(scope, `${type}/${id}`));
  };

/**
 * Checks an API against the policy of a session before it runs. The guard checks keys and secrets; this checks everything
 * else.
 *
 * @param values the request's parameters by name
 * @throws ServiceError Forbidden.NoPermission
 */
export function checkSession(scope: ArnScope, { policy }: RoleSession, api: ActionName, values: Values): void {
  if (!policy) return;
  const { permissions, allBeside = [] } = ramFacts[api];
  if (permissions === 'none') return;
  if (permissions.length === 0 || allBeside.some((name) => values[name])) ask(policy, api, arn(scope, '*'));
  for (const { type, by } of permissions) {
    if (by === undefined) ask(policy, api, arn(scope, type));
    else if (type === 'alias') ask(policy, api, arn(scope, withoutArn(scope, values[by[0] as string] ?? '')));
  }
}

function ask(policy: RamPolicy, api: string, resource: string): void {
  const action = `kms:${api}`;
  const decision = sessionDecision(policy, action, resource);
  if (decision === 'Allow') return;
  throw new ServiceError('Forbidden.NoPermission', {
    denial: { action, noPermissionType: decision, policyType: 'SessionPolicy' },
  });
}

import { type ActionName, ramFacts } from 'alibabacloud-kms-sdk/internal';
import type { RamPolicy } from '../access/ram-policy.js';
import type { Guard } from '../guard.js';
import { type ArnScope, arn, withoutArn } from '../keys/key-ids.js';
import { ServiceError } from '../service-error.js';
import type { RoleSession } from './security-tokens.js';
import { sessionDecision } from './session-policy.js';

type Values = Readonly<Record<string, string>>;

/** What the policy of a session, if it has one, allows of the keys and secrets that a call looks up. */
export const sessionGuard =
  (scope: ArnScope, { policy }: RoleSession): Guard =>
  ({ type, id }, action) => {
    if (policy) ask(policy, action, arn(scope, `${type}/${id}`));
  };

/**
 * Asks the policy of a session about an API before it runs. About the keys and secrets that it looks up, the guard is
 * asked; here it is about all else.
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

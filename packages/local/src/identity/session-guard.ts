import type { ActionFacts } from 'alibabacloud-kms-sdk/internal';
import type { RamPolicy } from '../access/ram-policy.js';
import type { Guard } from '../guard.js';
import { type ArnScope, arn, withoutArn } from '../keys/key-ids.js';
import { ServiceError } from '../service-error.js';
import type { RoleSession } from './security-tokens.js';
import { sessionDecision } from './session-policy.js';

type Values = Readonly<Record<string, string>>;

/** Parameters that name keys and secrets which the API looks up: about those the guard is asked. */
const lookedUpBy = ['KeyId', 'SecretName', 'CiphertextBlob', 'DestinationKeyId', 'SecretsList'];

const alias = ({ AliasName = '' }: Values, scope: ArnScope): string => withoutArn(scope, AliasName);

/** Resources that RAM is asked about where an API does not, or not only, use a key or secret that is there. */
const ownResources: Readonly<Record<string, (values: Values, scope: ArnScope) => string | undefined>> = {
  CreateKey: () => 'key',
  ListKeys: () => 'key',
  CreateSecret: () => 'secret',
  ListSecrets: () => 'secret',
  GetRandomPassword: () => 'secret',
  ListAliases: () => 'alias',
  CreateAlias: alias,
  UpdateAlias: alias,
  DeleteAlias: alias,
  // What it protects may be an instance, which no guard is asked about.
  SetDeletionProtection: ({ KeyId, KmsInstanceId, ProtectedResourceArn }) =>
    KeyId && !KmsInstanceId && !ProtectedResourceArn ? undefined : '*',
  TagResources: () => undefined,
  UntagResources: () => undefined,
  DescribeRegions: () => undefined,
};

/** What the policy of a session, if it has one, allows of the keys and secrets that a call looks up. */
export const sessionGuard =
  (scope: ArnScope, { policy }: RoleSession): Guard =>
  ({ type, id }, action) => {
    if (policy) ask(policy, action, arn(scope, `${type}/${id}`));
  };

/**
 * Asks the policy of a session about an API before it runs.
 *
 * @param values the request's parameters by name
 * @throws ServiceError Forbidden.NoPermission
 */
export function checkSession(
  scope: ArnScope,
  { policy }: RoleSession,
  { name, parameters }: { name: string; parameters: ActionFacts['parameters'] },
  values: Values,
): void {
  if (!policy) return;
  const own = ownResources[name];
  const isLookedUp = lookedUpBy.some((parameter) => Object.hasOwn(parameters, parameter));
  const resource = own ? own(values, scope) : isLookedUp ? undefined : '*';
  if (resource !== undefined) ask(policy, name, arn(scope, resource));
}

function ask(policy: RamPolicy, api: string, resource: string): void {
  const action = `kms:${api}`;
  const decision = sessionDecision(policy, action, resource);
  if (decision === 'Allow') return;
  throw new ServiceError('Forbidden.NoPermission', {
    denial: { action, noPermissionType: decision, policyType: 'SessionPolicy' },
  });
}

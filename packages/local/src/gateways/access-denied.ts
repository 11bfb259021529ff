import type { AccessDeniedDetail } from 'alibabacloud-kms-sdk/internal';
import type { ClientKey } from '../access/client-keys.js';
import type { RoleSession } from '../identity/security-tokens.js';
import { type Denial, ServiceError } from '../service-error.js';

/** Who called, in the words of RAM. */
type Principal = NonNullable<Denial['principal']>;

export function principalOf(accountId: string, session?: RoleSession, clientKey?: ClientKey): Principal {
  if (clientKey) return { type: 'ClientKey', displayName: clientKey.id };
  // GetCallerIdentity has this word for the account's own AccessKeys.
  if (!session) return { type: 'Account', displayName: accountId };
  const role = session.roleArn.slice(session.roleArn.lastIndexOf('/') + 1);
  return { type: 'AssumedRoleUser', displayName: `${role}:${session.sessionName}` };
}

/** Lets a refusal by a policy say whom it refused, which no policy needs to know. */
export const naming =
  (principal: Principal) =>
  (error: unknown): never => {
    if (error instanceof ServiceError && error.denial) error.denial.principal = principal;
    throw error;
  };

/** What the service tells of a refusal by a policy. */
export function accessDeniedDetail(denial: Denial, accountId: string): AccessDeniedDetail {
  const { action, noPermissionType, policyType, principal } = denial;
  const detail = {
    PolicyType: policyType,
    AuthPrincipalOwnerId: accountId,
    AuthPrincipalType: principal?.type,
    AuthPrincipalDisplayName: principal?.displayName,
    NoPermissionType: noPermissionType,
    AuthAction: action,
  };
  // The service encrypts it, for RAM to decode. Here it can be read, so it does not name the resource: who is refused
  // does not learn which key an alias or a ciphertext belongs to.
  return { ...detail, EncodedDiagnosticMessage: Buffer.from(JSON.stringify(detail)).toString('base64') };
}

import type { AccessDeniedDetail } from 'alibabacloud-kms-sdk/internal';
import type { ClientKey } from '../access/client-keys.js';
import type { RoleSession } from '../identity/security-tokens.js';
import { type Denial, ServiceError } from '../service-error.js';

/** The caller, in RAM's terms. */
type Principal = NonNullable<Denial['principal']>;

export function principalOf(accountId: string, session?: RoleSession, clientKey?: ClientKey): Principal {
  if (clientKey) return { type: 'ClientKey', displayName: clientKey.id };
  // GetCallerIdentity uses this type for the account's own AccessKeys.
  if (!session) return { type: 'Account', displayName: accountId };
  const role = session.roleArn.slice(session.roleArn.lastIndexOf('/') + 1);
  return { type: 'AssumedRoleUser', displayName: `${role}:${session.sessionName}` };
}

/** Adds the caller to a refusal by a policy, because policies do not know it. */
export const naming =
  (principal: Principal) =>
  (error: unknown): never => {
    if (error instanceof ServiceError && error.denial) error.denial.principal = principal;
    throw error;
  };

/** The service's details about a refusal by a policy. */
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
  // The service encrypts it, for RAM to decode. Here it is readable, so it does not name the resource: the caller must not
  // learn which key an alias or a ciphertext belongs to.
  return { ...detail, EncodedDiagnosticMessage: Buffer.from(JSON.stringify(detail)).toString('base64') };
}

import { formatTimestamp } from 'alibabacloud-kms-sdk/internal';
import { AddressList } from '../access/address-list.js';
import { systemClock } from '../clock.js';
import { ServiceError } from '../service-error.js';
import { OidcTokens } from './oidc-tokens.js';
import { checkRoleArn, roleId, roleNameOf } from './roles.js';
import type { RoleSession, SecurityTokens, TemporaryAccessKey } from './security-tokens.js';
import { parseSessionPolicy, sessionDecision } from './session-policy.js';
import { type TokenOptions, thisMachine } from './token-options.js';

/** Version of the STS API. */
export const stsVersion = '2015-04-01';

/** By name, as sent. */
export type StsParameters = Readonly<Record<string, string | undefined>>;

const unsignedAction = 'AssumeRoleWithOIDC';
const durationSeconds = { min: 900, max: 3600, default: 3600 };

/** The part of STS that credential chains call. */
export class Sts {
  readonly #accountId: string;
  readonly #tokens: SecurityTokens;
  readonly #oidc?: OidcTokens;
  readonly #clients: AddressList;

  constructor(accountId: string, tokens: SecurityTokens, { oidc, tokenClients = thisMachine }: TokenOptions = {}) {
    this.#accountId = accountId;
    this.#tokens = tokens;
    this.#oidc = oidc && new OidcTokens(oidc);
    this.#clients = new AddressList(tokenClients);
  }

  /** Whether an action authenticates its caller by itself, without an AccessKey. */
  isUnsigned(action: string): boolean {
    return action === unsignedAction;
  }

  /**
   * @param session of the caller, if it has a temporary AccessKey
   * @throws ServiceError with the codes of STS
   */
  call(action: string, parameters: StsParameters, session: RoleSession | undefined): Record<string, unknown> {
    if (action === 'AssumeRole') return this.#assumeRole(parameters, session);
    if (action === 'GetCallerIdentity') return this.#identity(session);
    throw new ServiceError('InvalidAction.NotFound');
  }

  /** @throws ServiceError with the codes of STS */
  callUnsigned(parameters: StsParameters, caller: UnprovenCaller): Record<string, unknown> {
    if (!this.#oidc) {
      throw noPermission('This local KMS takes no OIDC tokens: start it with the option oidc (--oidc).');
    }
    const refusal = this.#oidc.areProven ? undefined : refusalOf(caller, this.#clients);
    if (refusal !== undefined) {
      throw noPermission(
        `This local KMS takes OIDC tokens without a verified signature only from its own machine: ${refusal}.`,
      );
    }
    const provider = required(parameters, 'OIDCProviderArn');
    const role = this.#newRole(parameters);
    if (!provider.startsWith(`acs:ram::${this.#accountId}:oidc-provider/`)) {
      throw new ServiceError('EntityNotExist.OIDCProvider', {
        status: 404,
        message: `The specified OIDCProvider not exists. Those of account ${this.#accountId} are here only.`,
      });
    }
    const claims = this.#oidc.read(required(parameters, 'OIDCToken'), systemClock.now());
    return {
      ...answer(role, this.#tokens.issue(role)),
      OIDCTokenInfo: {
        Issuer: claims.issuer,
        Subject: claims.subject,
        ClientIds: claims.audiences.join(','),
        ExpirationTime: timestamp(claims.expiresAt),
        IssuanceTime: claims.issuedAt === undefined ? undefined : timestamp(claims.issuedAt),
        VerificationInfo: this.#oidc.areProven ? 'Success' : 'NotVerified',
      },
    };
  }

  #assumeRole(parameters: StsParameters, session: RoleSession | undefined): Record<string, unknown> {
    const role = this.#newRole(parameters);
    const action = 'sts:AssumeRole';
    const decision = session?.policy ? sessionDecision(session.policy, action, role.roleArn) : 'Allow';
    if (decision !== 'Allow') {
      throw new ServiceError('NoPermission', {
        status: 403,
        message: 'You are not authorized to do this action. The policy of your session does not allow it.',
        denial: { action, noPermissionType: decision, policyType: 'SessionPolicy' },
      });
    }
    return answer(role, this.#tokens.issue(role));
  }

  #identity(session: RoleSession | undefined): Record<string, unknown> {
    const account = this.#accountId;
    if (!session) {
      const Arn = `acs:ram::${account}:root`;
      return { AccountId: account, Arn, IdentityType: 'Account', PrincipalId: account, UserId: account };
    }
    const { roleArn, sessionName } = session;
    return {
      AccountId: account,
      Arn: `acs:ram::${account}:assumed-role/${roleNameOf(roleArn)}/${sessionName}`,
      IdentityType: 'AssumedRoleUser',
      PrincipalId: `${roleId(roleArn)}:${sessionName}`,
      RoleId: roleId(roleArn),
    };
  }

  #newRole(parameters: StsParameters) {
    const roleArn = checkRoleArn(this.#accountId, required(parameters, 'RoleArn'));
    const sessionName = required(parameters, 'RoleSessionName');
    if (!/^[A-Za-z0-9.@\-_]{2,64}$/.test(sessionName)) {
      throw wrong('RoleSessionName', 'The parameter RoleSessionName is wrongly formed.');
    }
    const { Policy } = parameters;
    const policy = Policy ? parseSessionPolicy(Policy) : undefined;
    return { roleArn, sessionName, policy, durationMs: duration(parameters) * 1000 };
  }
}

function answer({ roleArn, sessionName }: { roleArn: string; sessionName: string }, key: TemporaryAccessKey) {
  return {
    AssumedRoleUser: { Arn: `${roleArn}/${sessionName}`, AssumedRoleId: `${roleId(roleArn)}:${sessionName}` },
    Credentials: credentialsResponse(key),
  };
}

/** A temporary AccessKey in the format of STS and the metadata service. */
export const credentialsResponse = ({
  accessKeyId,
  accessKeySecret,
  securityToken,
  expiresAt,
}: TemporaryAccessKey) => ({
  AccessKeyId: accessKeyId,
  AccessKeySecret: accessKeySecret,
  SecurityToken: securityToken,
  Expiration: formatTimestamp(new Date(expiresAt)),
});

function duration({ DurationSeconds: text }: StsParameters): number {
  if (!text) return durationSeconds.default;
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= durationSeconds.min && seconds <= durationSeconds.max) return seconds;
  throw wrong('DurationSeconds', 'The Min/Max value of DurationSeconds is 15min/1hr.');
}

function required(parameters: StsParameters, name: string): string {
  const value = parameters[name];
  if (value) return value;
  throw new ServiceError('MissingParameter', { subject: name });
}

/** An OIDC token may contain any number; a date cannot. */
function timestamp(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : formatTimestamp(date);
}

const wrong = (name: string, message: string): ServiceError =>
  new ServiceError(`InvalidParameter.${name}`, { message });

const noPermission = (message: string): ServiceError => new ServiceError('NoPermission', { status: 403, message });

/** What is known about an unauthenticated caller. */
export interface UnprovenCaller {
  headers: Readonly<Record<string, string | undefined>>;
  remoteAddress: string;
}

/** Headers in which proxies name the original client, in addition to `X-Forwarded-…`. */
const proxyHeaders = ['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip'];

const isOfProxy = (name: string): boolean => name.startsWith('x-forwarded-') || proxyHeaders.includes(name);

/**
 * Why an unauthenticated caller gets no credentials; undefined for a direct request of one of the allowed clients: not
 * through a proxy, and not from a web page.
 */
export function refusalOf({ headers, remoteAddress }: UnprovenCaller, clients: AddressList): string | undefined {
  if (!clients.has(remoteAddress)) return `${remoteAddress} is not among tokenClients of this local KMS`;
  if (Object.keys(headers).some(isOfProxy)) return 'a request that was forwarded gets no credentials';
  // "none" means that the user of the browser typed the address.
  const { origin, 'sec-fetch-site': site = 'none' } = headers;
  return origin === undefined && site === 'none' ? undefined : 'a web page gets no credentials';
}

import { isAddressOrBlock } from 'alibabacloud-kms-sdk/internal';
import { type JsonWebKeySet, OidcTokens } from './oidc-tokens.js';
import { isRoleName } from './roles.js';

/** Ways to get temporary AccessKeys without an AccessKey; all are off by default. */
export interface TokenOptions {
  /**
   * Name of a RAM role, which makes this machine act like an ECS instance with that role: `/latest/…` is its metadata
   * service, `/credentials` a credentials URI. Off by default.
   */
  instanceRole?: string | undefined;
  /**
   * Which OIDC tokens AssumeRoleWithOIDC accepts: `any`: every token that is well formed and has not expired, whoever
   * issued it; a JSON Web Key Set: tokens signed with one of its keys. Off by default.
   */
  oidc?: 'any' | JsonWebKeySet | undefined;
  /**
   * IP addresses and CIDR blocks of the clients that get temporary AccessKeys without authentication: from the metadata
   * service, the credentials URI and with `oidc: 'any'`. Default: this machine.
   */
  tokenClients?: readonly string[] | undefined;
  /**
   * Allowed host names for the metadata service and the credentials URI, in addition to IP addresses, `localhost` and names
   * without a dot. Prevents access by web pages through a name that points at this machine.
   */
  names?: readonly string[] | undefined;
}

/** Address of the ECS metadata service. */
export const metadataAddress = '100.100.100.200';

/** Addresses of this machine. Requests to the metadata service's address, if this machine has it, come from there. */
export const thisMachine: readonly string[] = ['127.0.0.0/8', '::1', metadataAddress];

/** The invalid option and why, or undefined. */
export function wrongTokenOption({ instanceRole, oidc, tokenClients, names }: TokenOptions): string | undefined {
  if (instanceRole !== undefined && !isRoleName(instanceRole)) {
    return `instanceRole must be the name of a role: letters, digits, ".", "-" and "_", not ${JSON.stringify(instanceRole)}`;
  }
  if (tokenClients !== undefined && !isTexts(tokenClients, isAddressOrBlock)) {
    return `tokenClients must be IP addresses or CIDR blocks, not ${JSON.stringify(tokenClients)}`;
  }
  if (names !== undefined && !isTexts(names, (name) => name !== '')) return 'names must be host names';
  if (oidc === undefined || oidc === 'any') return undefined;
  try {
    new OidcTokens(oidc);
    return undefined;
  } catch (error) {
    return `oidc must be any or a JSON Web Key Set: ${(error as Error).message}`;
  }
}

const isTexts = (value: unknown, isRight: (text: string) => boolean): boolean =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string' && isRight(entry));

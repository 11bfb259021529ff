import { isAddressOrBlock } from 'alibabacloud-kms-sdk/internal';
import { type JsonWebKeySet, OidcTokens } from './oidc-tokens.js';
import { isRoleName } from './roles.js';

/** Ways to temporary AccessKeys that need no AccessKey; all of them are off unless asked for. */
export interface TokenOptions {
  /**
   * Name of the RAM role that this machine is taken to have as an ECS instance: `/latest/…` is the metadata service of
   * such an instance, `/credentials` a credentials URI. Off by default.
   */
  instanceRole?: string | undefined;
  /**
   * Whose OIDC tokens AssumeRoleWithOIDC takes: `any` is every token that is well formed and has not expired, whoever
   * made it; a JSON Web Key Set those that were signed with one of its keys. Off by default.
   */
  oidc?: 'any' | JsonWebKeySet | undefined;
  /**
   * IP addresses and CIDR blocks of those who get temporary AccessKeys without proving who they are: from the metadata
   * service, the credentials URI and with `oidc: 'any'`. Default: this machine.
   */
  tokenClients?: readonly string[] | undefined;
  /**
   * Host names under which the metadata service and the credentials URI may be asked, besides IP addresses, `localhost`
   * and names without a dot. A web page cannot get at them through a name that its owner points at this machine.
   */
  names?: readonly string[] | undefined;
}

/** Where the metadata service of ECS is. */
export const metadataAddress = '100.100.100.200';

/** Who asks the metadata service at its own address, where that is one of this machine's, comes from that address. */
export const thisMachine: readonly string[] = ['127.0.0.0/8', '::1', metadataAddress];

/** What is wrong with which option, or undefined. */
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

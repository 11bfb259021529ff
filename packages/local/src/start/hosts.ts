import { isIP } from 'node:net';

/** Names in every certificate of the server. */
export const ownNames = ['127.0.0.1', 'localhost', '::1'];

const wildcardAddresses = ['0.0.0.0', '::'];
/** Only dots separate labels: an ambiguous expression could take forever to fail. */
const hostName = /^(\*\.)?[a-z0-9_][a-z0-9_-]{0,62}(\.[a-z0-9_-]{1,63})*\.?$/i;

export const isWildcard = (host: string): boolean => wildcardAddresses.includes(host);

/** Host part of the endpoint for a program on this machine. */
export function endpointHost(host: string): string {
  if (isWildcard(host)) return '127.0.0.1';
  return isIP(host) === 6 ? `[${host}]` : host;
}

export const isHost = (value: unknown): boolean =>
  typeof value === 'string' && (isIP(value) !== 0 || (value.length <= 253 && hostName.test(value)));

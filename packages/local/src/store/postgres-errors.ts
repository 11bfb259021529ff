import { isError } from 'alibabacloud-kms-sdk/internal';
import { StorageError } from './storage-failure.js';
import { StoreError } from './store-error.js';

/** Address and user of a database, as far as messages may show them. */
export interface PostgresAddress {
  user?: string | undefined;
  /** A directory for a Unix socket. */
  host: string;
  port: number;
  database?: string | undefined;
}

const place = ({ host, port }: PostgresAddress): string => {
  if (host.startsWith('/')) return `${host}, port ${port}`;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
};

export const postgresName = (address: PostgresAddress): string =>
  `database ${address.database ?? address.user ?? 'of this user'} at ${place(address)}`;

/** By SQLSTATE: what is wrong and what to do about it. */
const explanations: Record<string, (address: PostgresAddress) => string> = {
  '28P01': ({ user }) => `the server refuses user ${user} with this password`,
  '28000': ({ user }) => `the server does not let user ${user} in from here; look at its pg_hba.conf`,
  '3D000': ({ database }) => `there is no such database; create it with: createdb ${database}`,
  '42501': ({ user }) => `user ${user} may not make or use tables in it; make the database with ${user} as its owner`,
  '53300': () => 'the server has no connection left; look at its max_connections',
  '57P03': () => 'the server is still starting or shutting down; try again when it is ready',
  '25006': () => 'it is read-only; look at default_transaction_read_only',
};

/** Node.js error codes of a failed connection. */
const unreachable = /^(ECONN|ENOTFOUND|EAI_|ENOENT|EACCES|EPERM|ETIMEDOUT|EHOST|ENET|EPIPE|08)/;
const sqlState = /^[0-9A-Z]{5}$/;
const unanswered = /^(Connection terminated|timeout e)/;

/** Why a database could not be opened, without its password; undefined for errors that are not about the server. */
export function explainPostgresError(error: unknown, address: PostgresAddress): StoreError | undefined {
  if (error instanceof StoreError) return undefined;
  const cause = error instanceof StorageError ? error.cause : error;
  if (!isError(cause)) return undefined;
  const why = explanation(cause, address);
  return why === undefined
    ? undefined
    : new StoreError('Store.Unavailable', `the ${postgresName(address)} cannot be used: ${why}`, { cause });
}

function explanation(error: Error, address: PostgresAddress): string | undefined {
  // If several addresses of a host are unreachable, the error has no message of its own.
  const { code = '', message, errors } = error as Error & { code?: string; errors?: Error[] };
  const known = explanations[code];
  if (known) return known(address);
  if (unreachable.test(code) || unanswered.test(message)) {
    const reasons = (errors ?? [error]).map((reason) => reason.message).join(', ');
    return `no PostgreSQL can be reached there: ${reasons}`;
  }
  if (message.startsWith('SASL:') && message.includes('password must be')) return 'the address holds no password';
  // TLS, and other failures before there is a session. None of these messages contains a password.
  return (code !== '' && !sqlState.test(code)) || /SSL|SASL/.test(message) ? message : undefined;
}

import { resolve } from 'node:path';
import type { FaultRule } from '../admin/faults.js';
import { Logs } from '../admin/logs.js';
import type { ClockStart } from '../clock.js';
import type { TokenOptions } from '../identity/token-options.js';
import { alphabets, randomText } from '../random-text.js';
import type { Seed } from '../seed/types.js';
import { startDefaults } from './defaults.js';
import { isWildcard, ownNames } from './hosts.js';
import { checkOptions } from './option-checks.js';
import type { StartOptions } from './options.js';

/** Options with their defaults. */
export interface ResolvedOptions {
  port: number;
  host: string;
  dataDir?: string;
  database?: string;
  passphrase?: string;
  seed?: string | Seed;
  /** All names for the server's certificate. */
  names: string[];
  regionId?: string;
  clock?: ClockStart;
  faults: readonly FaultRule[];
  faultSeed?: number;
  requestLogSize: number;
  admin?: { port: number; token: string };
  httpPort?: number;
  httpHost: string;
  tokens: TokenOptions;
  filesDir?: string;
  logs: Logs;
  /** `logs.message` */
  log: (line: string) => void;
}

/** @throws StartError Start.InvalidOption */
export function resolveOptions(options: StartOptions): ResolvedOptions {
  checkOptions(options);
  const { port = startDefaults.port, host = startDefaults.host, names = [], faults = [] } = options;
  const { requestLogSize = startDefaults.requestLogSize, log = console.error, httpHost = host } = options;
  const { database, passphrase, seed, regionId, clock, faultSeed, httpPort, instanceRole, oidc, tokenClients } =
    options;
  const logs = new Logs(log, options.logRequests);
  return {
    port,
    host,
    dataDir: absolute(options.dataDir),
    database,
    passphrase,
    seed,
    names: [...new Set([...ownNames, ...(isWildcard(host) ? [] : [host]), ...names])],
    regionId,
    clock,
    faults,
    faultSeed,
    requestLogSize,
    admin: resolveAdmin(options.admin),
    httpPort,
    httpHost,
    tokens: { instanceRole, oidc, tokenClients, names },
    filesDir: absolute(options.filesDir),
    logs,
    log: logs.message,
  };
}

const absolute = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(path));

function resolveAdmin(admin: StartOptions['admin']): ResolvedOptions['admin'] {
  if (!admin) return undefined;
  const { port = 0, token = randomText(alphabets.lettersAndDigits, 32) } = admin === true ? {} : admin;
  return { port, token };
}

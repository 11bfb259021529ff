import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { FaultRule } from '../admin/faults.js';
import { Logs } from '../admin/logs.js';
import type { LogFormat } from '../admin/request-line.js';
import { type ClockStart, checkClockStart } from '../clock.js';
import { type TokenOptions, wrongTokenOption } from '../identity/token-options.js';
import { alphabets, randomText } from '../random-text.js';
import type { Seed } from '../seed/types.js';
import { startDefaults } from './defaults.js';
import { invalidOption as invalid, StartError } from './start-error.js';

export interface StartOptions {
  /** Port to listen on, 0 to 65535; 0 takes a free one. Default 0. */
  port?: number;
  /** Address or host name to listen on. Default `127.0.0.1`: this machine only. */
  host?: string;
  /** Directory that keeps everything; made when it does not exist. Without it, and without `database`, everything is in memory. */
  dataDir?: string;
  /**
   * URL of a PostgreSQL database that keeps everything, `postgres://user:password@host:port/name`; needs `passphrase`.
   * Several local KMS may use one database: each sees at once what the others write.
   */
  database?: string;
  /** True says that nothing is kept, which is the default without `dataDir` and `database`; with one of them it is an error. */
  memory?: boolean;
  /** Derives the root key of `dataDir` from this, in place of a key file in the directory; all that use one `database` must be given the same. */
  passphrase?: string;
  /** Keys, secrets and access to begin with: path of a YAML or JSON file, or the seed itself. What exists already stays as it is. */
  seed?: string | Seed;
  /** Host names and IP addresses that the server's certificate is for, besides `127.0.0.1`, `localhost`, `::1` and `host`. */
  names?: readonly string[];
  /** Region that ARNs carry. Default `cn-hangzhou`; a data directory keeps the one that it was made with. */
  regionId?: string;
  /**
   * Where this KMS's clock begins: a Date or ISO 8601 text with a zone, or a duration that it is ahead of the machine's.
   * It runs on from there. Default: the machine's time, or where the clock of existing data was moved to.
   */
  clock?: ClockStart;
  /** Rules for faults, as `kms.faults.add` takes them. Default: none. */
  faults?: readonly FaultRule[];
  /** Of what draws whether a fault with a probability strikes: the same requests meet the same faults again. Default: random. */
  faultSeed?: number;
  /** How many requests `kms.requests` remembers, 0 to 1,000,000. Default 10,000. */
  requestLogSize?: number;
  /**
   * Serves the admin API on a port of its own, on 127.0.0.1 whatever `host` is: true for a free port. Default: not served.
   */
  admin?: boolean | { port?: number /** At least 16 characters. Default: random. */; token?: string };
  /**
   * Port for plain HTTP: health, readiness, the CA, metrics, and the credentials of `instanceRole`; 0 takes a free one.
   * Default: not served.
   */
  httpPort?: number;
  /** Address or host name for `httpPort`. Default: `host`. */
  httpHost?: string;
  /** Role of the ECS instance that this machine is taken for on `httpPort`, see {@link TokenOptions}. Default: none. */
  instanceRole?: string;
  /** Whose tokens AssumeRoleWithOIDC takes: `any`, or those signed with a key of this set. Default: nobody's. */
  oidc?: TokenOptions['oidc'];
  /** Who gets temporary AccessKeys without proving who they are: addresses and CIDR blocks. Default: this machine. */
  tokenClients?: readonly string[];
  /** Where `ca.pem` and the client key are written. Default: `dataDir`, or a temporary directory that goes with this KMS. */
  filesDir?: string;
  /**
   * Also hands `log` a line for each call, and for start and stop, as text or JSON; with `json` every line is JSON.
   * Default: none.
   */
  logRequests?: LogFormat;
  /** Gets a line for what the person who runs this KMS should know, never with a secret in it. Default: stderr. */
  log?: (line: string) => void;
}

export interface ResolvedOptions {
  port: number;
  host: string;
  dataDir?: string;
  database?: string;
  passphrase?: string;
  seed?: string | Seed;
  /** All names of the server's certificate. */
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

const requestLogSizeMax = 1_000_000;
const tokenMinChars = 16;

const ownNames = ['127.0.0.1', 'localhost', '::1'];
const wildcardAddresses = ['0.0.0.0', '::'];
const hostName = /^(\*\.)?[a-z0-9_]([a-z0-9_-]{0,62}\.?)+$/i;

/** @throws StartError Start.InvalidOption */
export function resolveOptions(options: StartOptions): ResolvedOptions {
  const { host = startDefaults.host, names = [], log = console.error, faults = [] } = options;
  const { port = startDefaults.port, httpPort, httpHost = host, regionId, faultSeed, seed, filesDir } = options;
  const { instanceRole, oidc, tokenClients, logRequests } = options;
  const { requestLogSize = startDefaults.requestLogSize } = options;
  checkPort('port', port);
  if (httpPort !== undefined) checkPort('httpPort', httpPort);
  if (!isHost(host)) throw invalid('host', 'must be an address or a host name', host);
  for (const name of names) {
    if (!isHost(name)) throw invalid('names', 'must be host names or IP addresses', name);
  }
  if (regionId !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(regionId)) {
    throw invalid('regionId', 'must be a region like cn-hangzhou', regionId);
  }
  if (logRequests !== undefined && logRequests !== 'text' && logRequests !== 'json') {
    throw invalid('logRequests', 'must be text or json', logRequests);
  }
  if (filesDir !== undefined) checkText('filesDir', filesDir);
  if (seed !== undefined && (seed === '' || !['string', 'object'].includes(typeof seed))) {
    throw invalid('seed', 'must be a path or a seed');
  }
  if (!isCount(requestLogSize, requestLogSizeMax)) {
    throw invalid('requestLogSize', `must be 0 to ${requestLogSizeMax}`, requestLogSize);
  }
  if (faultSeed !== undefined && !isCount(faultSeed, 2 ** 32 - 1)) {
    throw invalid('faultSeed', 'must be a whole number from 0 to 4294967295', faultSeed);
  }
  const wrong = wrongTokenOption({ instanceRole, oidc, tokenClients });
  if (wrong !== undefined) throw new StartError('Start.InvalidOption', wrong);
  if (instanceRole !== undefined && httpPort === undefined) throw invalid('instanceRole', 'needs httpPort');
  if (!isHost(httpHost)) throw invalid('httpHost', 'must be an address or a host name', httpHost);
  const logs = new Logs(log, logRequests);
  const bound = wildcardAddresses.includes(host) ? [] : [host];
  return {
    ...resolveStorage(options),
    port,
    host,
    names: [...new Set([...ownNames, ...bound, ...names])],
    regionId,
    seed,
    clock: resolveClock(options.clock),
    faults,
    faultSeed,
    requestLogSize,
    admin: resolveAdmin(options.admin),
    httpPort,
    httpHost,
    tokens: { instanceRole, oidc, tokenClients, names },
    filesDir: filesDir === undefined ? undefined : resolve(filesDir),
    logs,
    log: logs.message,
  };
}

function resolveStorage(options: StartOptions): Pick<ResolvedOptions, 'dataDir' | 'database' | 'passphrase'> {
  const { dataDir, database, memory, passphrase } = options;
  if (dataDir !== undefined) checkText('dataDir', dataDir);
  // Never quoted: it may hold a password.
  if (database !== undefined && !/^postgres(ql)?:\/\/./.test(database)) {
    throw invalid('database', 'must be a URL like postgres://user:password@host:5432/name');
  }
  const keeps = dataDir !== undefined || database !== undefined;
  if (dataDir !== undefined && database !== undefined) throw invalid('database', 'and dataDir exclude each other');
  if (memory && keeps) throw invalid('memory', 'excludes dataDir and database', memory);
  if (memory === false && !keeps) throw invalid('memory', 'must not be false without dataDir or database', memory);
  if (passphrase !== undefined && !keeps) throw invalid('passphrase', 'needs dataDir or database');
  if (passphrase !== undefined && (typeof passphrase !== 'string' || passphrase === '')) {
    throw invalid('passphrase', 'must not be empty');
  }
  if (database !== undefined && passphrase === undefined) {
    throw invalid('database', 'needs a passphrase, the same for all that use it: it protects keys and secrets');
  }
  return { dataDir: dataDir === undefined ? undefined : resolve(dataDir), database, passphrase };
}

function resolveClock(clock: ClockStart | undefined): ClockStart | undefined {
  if (clock === undefined) return undefined;
  try {
    checkClockStart(clock);
  } catch (error) {
    throw invalid('clock', `is wrong: ${(error as Error).message}`);
  }
  return clock;
}

function resolveAdmin(admin: StartOptions['admin']): ResolvedOptions['admin'] {
  if (admin === undefined || admin === false) return undefined;
  const { port = 0, token = randomText(alphabets.lettersAndDigits, 32) } = admin === true ? {} : admin;
  checkPort('admin', port);
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token) || token.length < tokenMinChars) {
    throw invalid('admin', `the token must have at least ${tokenMinChars} printable ASCII characters`);
  }
  return { port, token };
}

/** Host part of the endpoint for a program on this machine. */
export function endpointHost(host: string): string {
  if (wildcardAddresses.includes(host)) return '127.0.0.1';
  return isIP(host) === 6 ? `[${host}]` : host;
}

const isHost = (value: unknown): boolean =>
  typeof value === 'string' && (isIP(value) !== 0 || (value.length <= 253 && hostName.test(value)));

const isCount = (value: unknown, max: number): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;

function checkPort(option: keyof StartOptions, port: unknown): void {
  if (!isCount(port, 65_535)) throw invalid(option, 'must be a port, 0 to 65535', port);
}

function checkText(option: keyof StartOptions, value: unknown): void {
  if (typeof value !== 'string' || value === '') throw invalid(option, 'must be a path', value);
}

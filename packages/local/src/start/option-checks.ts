import { looksLikeContent, rejectUnknownNames } from 'alibabacloud-kms-sdk/internal';
import { checkFaultRule } from '../admin/fault-rule.js';
import { checkClockStart } from '../clock.js';
import { wrongTokenOption } from '../identity/token-options.js';
import { isHost } from './hosts.js';
import type { StartOptions } from './options.js';
import { invalidOption as invalid, StartError } from './start-error.js';

type Check = (value: unknown) => boolean;

const isPath: Check = (value) => typeof value === 'string' && value !== '' && !looksLikeContent(value);
const isPort: Check = (value) => isCount(value, 65_535);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isToken: Check = (value) => typeof value === 'string' && /^[\x21-\x7e]{16,}$/.test(value);

const isCount = (value: unknown, max: number): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;

/** Whether a check that throws accepts a value. */
const passes = (check: () => void): boolean => {
  check();
  return true;
};

/** Check and rule of each option; details are in the check's own error. */
const checks: Readonly<Record<keyof StartOptions, readonly [isRight: Check, rule: string]>> = {
  port: [isPort, 'must be 0 to 65535'],
  host: [isHost, 'must be an address or a host name'],
  dataDir: [isPath, 'must be a path'],
  database: [
    (value) => typeof value === 'string' && /^postgres(ql)?:\/\/./.test(value),
    'must be a URL like postgres://user:password@host:5432/name',
  ],
  memory: [isBoolean, 'must be true or false'],
  passphrase: [(value) => typeof value === 'string' && value !== '', 'must not be empty'],
  seed: [
    (value) => isPath(value) || (typeof value === 'object' && value !== null),
    'must be the path of a seed, or a seed as an object',
  ],
  names: [(value) => Array.isArray(value) && value.every(isHost), 'must be host names or IP addresses'],
  regionId: [
    (value) => typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
    'must be a region like cn-hangzhou',
  ],
  clock: [(value) => passes(() => checkClockStart(value as never)), 'is wrong'],
  faults: [
    (value) => Array.isArray(value) && passes(() => value.forEach((rule) => void checkFaultRule(rule))),
    'must be a list of rules',
  ],
  faultSeed: [(value) => isCount(value, 2 ** 32 - 1), 'must be a whole number from 0 to 4294967295'],
  requestLogSize: [(value) => isCount(value, 1_000_000), 'must be 0 to 1000000'],
  admin: [isAdmin, 'must be true, or have a port, 0 to 65535, and a token of at least 16 printable ASCII characters'],
  httpPort: [isPort, 'must be 0 to 65535'],
  httpHost: [isHost, 'must be an address or a host name'],
  instanceRole: [(value) => passes(() => checkToken({ instanceRole: value })), 'is wrong'],
  oidc: [(value) => passes(() => checkToken({ oidc: value })), 'is wrong'],
  tokenClients: [(value) => passes(() => checkToken({ tokenClients: value })), 'is wrong'],
  filesDir: [isPath, 'must be a path'],
  logRequests: [(value) => value === 'text' || value === 'json', 'must be text or json'],
  log: [(value) => typeof value === 'function', 'must be a function'],
};

/** Never quoted: they are secrets, or may contain some. */
const secretOptions: readonly string[] = ['database', 'passphrase', 'seed', 'admin', 'log'];

/** @throws StartError Start.InvalidOption */
export function checkOptions(options: StartOptions): void {
  if (typeof options !== 'object' || options === null) throw invalid('options', 'must be an object');
  rejectUnknownNames(options, Object.keys(checks), (name, suggestion) => invalid(name, `is unknown${suggestion}`));
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined) checkOption(name as keyof StartOptions, value);
  }
  const { dataDir, database, memory, passphrase, instanceRole, httpPort } = options;
  const keeps = dataDir !== undefined || database !== undefined;
  if (dataDir !== undefined && database !== undefined) throw invalid('database', 'and dataDir exclude each other');
  if (memory && keeps) throw invalid('memory', 'excludes dataDir and database', memory);
  if (memory === false && !keeps) throw invalid('memory', 'must not be false without dataDir or database', memory);
  if (passphrase !== undefined && !keeps) throw invalid('passphrase', 'needs dataDir or database');
  if (database !== undefined && passphrase === undefined) {
    throw invalid('database', 'needs a passphrase, the same for all that use it: it protects keys and secrets');
  }
  if (instanceRole !== undefined && httpPort === undefined) throw invalid('instanceRole', 'needs httpPort');
}

function checkOption(name: keyof StartOptions, value: unknown): void {
  const [isRight, rule] = checks[name];
  let right: boolean;
  try {
    right = isRight(value);
  } catch (error) {
    throw new StartError('Start.InvalidOption', `${name} ${rule}: ${(error as Error).message}`, { cause: error });
  }
  if (!right) throw secretOptions.includes(name) ? invalid(name, rule) : invalid(name, rule, value);
}

function checkToken(options: object): void {
  const wrong = wrongTokenOption(options);
  if (wrong !== undefined) throw new RangeError(wrong);
}

function isAdmin(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isBoolean(value);
  const { port, token, ...others } = value as { port?: unknown; token?: unknown };
  const isRight = (port === undefined || isPort(port)) && (token === undefined || isToken(token));
  return isRight && Object.keys(others).length === 0;
}

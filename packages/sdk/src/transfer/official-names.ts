import { checkText, invalidOption, kindOf, mustBe } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { isBytes } from '../util/value-kinds.js';

/** What a config or runtime object is, as its own enumerable fields: an instance of the official classes, or a plain object. */
export type Given = Readonly<Record<string, unknown>>;

/** Options of the official clients under the names that this SDK has for them. There, 0 means that it was not set. */
const renamed: Readonly<Record<string, string>> = {
  readTimeout: 'readTimeoutMs',
  connectTimeout: 'connectTimeoutMs',
  maxIdleConns: 'maxSockets',
  maxAttempts: 'maxAttempts',
  ignoreSSL: 'ignoreSsl',
  autoretry: 'autoRetry',
};

/** What has no meaning here, and harms nobody by having none. */
const ignored: readonly string[] = [
  'type', // the fields that are given say it
  'socks5NetWork', // TCP always
  'endpointType',
  'openPlatformEndpoint',
  'method',
  'signatureVersion', // taken from the configuration of the public gateway; a client key has one way to sign
  'signatureAlgorithm',
  'disableHttp2',
  'backoffPolicy', // exponential with full jitter always: see `backoff`
  'backoffPeriod',
  'retryOptions',
  'keepAlive',
  'localAddr',
  'key', // KMS asks for no client certificate
  'cert',
  'tracker',
];

/** What a program relies on when it sets it, and this client cannot do. */
const refused: Readonly<Record<string, string>> = {
  bearerToken: 'KMS is called with an AccessKey, STS or a RAM role',
  globalParameters: 'give requestHeaders with each call',
  tlsMinVersion: 'start Node.js with --tls-min-v1.3 instead',
};

/** Names of the official clients that an object may have beside our own. */
export const officialNames: readonly string[] = [
  ...Object.keys(renamed),
  ...ignored,
  ...Object.keys(refused),
  'protocol',
  'ca',
];

/**
 * The options of an object in the names of this SDK. What is undefined or null was not given.
 *
 * @throws KmsConfigurationError `Config.Unsupported` for what this client cannot do
 */
export function ownNames(given: Given, where: string): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || ignored.includes(name)) continue;
    const instead = Object.hasOwn(refused, name) ? refused[name] : undefined;
    if (instead !== undefined) throw unsupported(`${where}.${name}`, instead);
    if (name === 'protocol') checkProtocol(where, value);
    else if (name === 'ca') Object.assign(options, caOption(where, value));
    else if (!Object.hasOwn(renamed, name)) options[name] = value;
    else if (value !== 0) options[renamed[name] as string] = value;
  }
  return options;
}

function checkProtocol(where: string, value: unknown): void {
  if (checkText(`${where}.protocol`, value).toLowerCase() === 'https') return;
  throw unsupported(`${where}.protocol`, 'KMS is called by https only');
}

/** The official clients take PEM here, those of some languages the path of a PEM file. */
function caOption(where: string, value: unknown): Record<string, unknown> {
  if (isBytes(value)) return { ca: value };
  if (typeof value !== 'string')
    throw invalidOption(mustBe(`${where}.ca`, 'PEM as a string or bytes, or the path of a file', kindOf(value)));
  if (value === '') return {};
  return value.includes('-----BEGIN') ? { ca: value } : { caFilePath: value };
}

const unsupported = (path: string, instead: string) =>
  new KmsConfigurationError('Config.Unsupported', `${path} is not possible: ${instead}`);

import { checkText, invalidOption, kindOf, mustBe } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { isBytes } from '../util/value-kinds.js';

/** The enumerable fields of a config or runtime object: an instance of the official classes, or a plain object. */
export type Given = Readonly<Record<string, unknown>>;

/** Options of the official clients, and their names in this SDK. In the official clients 0 means unset. */
const renamed: Readonly<Record<string, string>> = {
  readTimeout: 'readTimeoutMs',
  connectTimeout: 'connectTimeoutMs',
  maxIdleConns: 'maxSockets',
  maxAttempts: 'maxAttempts',
  ignoreSSL: 'ignoreSsl',
  autoretry: 'autoRetry',
};

/** Options without a meaning here, which can be ignored safely. */
const ignored: readonly string[] = [
  'type', // implied by the other fields
  'socks5NetWork', // always TCP
  'endpointType',
  'openPlatformEndpoint',
  'method',
  'signatureVersion', // read from the configuration of the public gateway; a client key has only one signature
  'signatureAlgorithm',
  'disableHttp2',
  'backoffPolicy', // always exponential with full jitter: see `backoff`
  'backoffPeriod',
  'retryOptions',
  'keepAlive',
  'localAddr',
  'key', // KMS does not use client certificates
  'cert',
  'tracker',
];

/** Options that programs rely on and this client does not support. */
const refused: Readonly<Record<string, string>> = {
  bearerToken: 'KMS is called with an AccessKey, STS or a RAM role',
  globalParameters: 'give requestHeaders with each call',
  tlsMinVersion: 'start Node.js with --tls-min-v1.3 instead',
};

/** Official names that an object may have in addition to our own. */
export const officialNames: readonly string[] = [
  ...Object.keys(renamed),
  ...ignored,
  ...Object.keys(refused),
  'protocol',
  'ca',
];

/**
 * The options of an object under the names of this SDK. Undefined and null count as absent.
 *
 * @throws KmsConfigurationError `Config.Unsupported` for unsupported options
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

/** Most official clients take PEM here; those of some languages take the path of a PEM file. */
function caOption(where: string, value: unknown): Record<string, unknown> {
  if (isBytes(value)) return { ca: value };
  if (typeof value !== 'string')
    throw invalidOption(mustBe(`${where}.ca`, 'PEM as a string or bytes, or the path of a file', kindOf(value)));
  if (value === '') return {};
  return value.includes('-----BEGIN') ? { ca: value } : { caFilePath: value };
}

const unsupported = (path: string, instead: string) =>
  new KmsConfigurationError('Config.Unsupported', `${path} is not possible: ${instead}`);

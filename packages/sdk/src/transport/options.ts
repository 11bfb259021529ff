import { validateHeaderName, validateHeaderValue } from 'node:http';
import { arch, type } from 'node:os';
import {
  checkBoolean,
  checkInteger,
  checkMilliseconds,
  checkNames,
  checkObject,
  checkOptions,
  checkPath,
  checkSignal,
  checkText,
  checkTexts,
  invalidOption,
  kindOf,
  mustBe,
  shown,
} from '../checks.js';
import type { Peer } from '../model/advice.js';
import { version } from '../model/generated/version.js';
import { isBytes } from '../util/value-kinds.js';
import { httpProxySchemes, type ProxySettings, parseNoProxy, parseProxy, socksProxySchemes } from './proxy.js';
import { certificatesOf, type ServerTrust } from './server-trust.js';

/** Waits between attempts: a random time between 0 and `min(maxMs, baseMs × 2^(attempt − 1))` (full jitter). */
export interface BackoffOptions {
  /** Upper bound of the first wait, in milliseconds. Default 200; 0 to 60,000. */
  baseMs?: number | undefined;
  /** Longest wait, in milliseconds; a server's Retry-After is followed up to this. Default 5,000; 0 to 600,000. */
  maxMs?: number | undefined;
}

/** How a client connects, waits and retries. Each call can override all of them but `userAgent`. */
export interface TransportOptions {
  /** Time for a new connection, in milliseconds: DNS, proxy, TCP and TLS together. Default 5,000; 0: no limit. */
  connectTimeoutMs?: number | undefined;
  /** Longest silence while waiting for an answer, in milliseconds. Default 15,000; 0: no limit. */
  readTimeoutMs?: number | undefined;
  /** Deadline of a whole call, in milliseconds: credentials, every attempt and the waits between. Default 0: none. */
  timeoutMs?: number | undefined;
  /**
   * Most attempts of a call. Default 3; 1 to 100; 1: no retry. One repetition is not counted: after a pooled
   * connection turned out to be dead, or after the server refused the date and this client corrected its clock.
   */
  maxAttempts?: number | undefined;
  /** Waits between attempts. */
  backoff?: BackoffOptions | undefined;
  /**
   * PEM file with the CA that signed the server's certificate, one or several; used instead of the system's roots.
   * Read when the first connection is made. An instance's CA: `CaCertificateChainPem` of GetKmsInstance.
   */
  caFilePath?: string | undefined;
  /** The CA itself instead of `caFilePath`: PEM. */
  ca?: string | Uint8Array | undefined;
  /** Do not verify the server's certificate; warns once per process. For experiments only. Default false. */
  ignoreSsl?: boolean | undefined;
  /**
   * Proxy for HTTPS calls, `http://user:password@host:port` or `https://…`. It tunnels (CONNECT) and sees no content.
   * `false` or `''`: no proxy, not even one of the environment (HTTPS_PROXY, ALL_PROXY).
   */
  httpsProxy?: string | false | undefined;
  /** Another name for `httpsProxy`, as KMS has only HTTPS; `httpsProxy` wins when both are given. */
  httpProxy?: string | false | undefined;
  /** SOCKS5 proxy, `socks5://user:password@host:port`; the proxy looks the host name up. `false` or `''`: none. */
  socks5Proxy?: string | false | undefined;
  /** Hosts to reach without the proxy: `internal.example, 10.0.0.0/8, host:8443`, or a list. Default: NO_PROXY, for a proxy of the environment. */
  noProxy?: string | readonly string[] | undefined;
  /** Most connections to one host at a time; further calls wait for one. Default 256; 1 to 65,535. */
  maxSockets?: number | undefined;
  /** Added to the User-Agent header. */
  userAgent?: string | undefined;
}

/** Options of one call; whatever is left out is as configured for the client. */
export interface CallOptions extends Omit<TransportOptions, 'userAgent'> {
  /** Aborts the call at any point; it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** `false`: as `maxAttempts: 1`. Default true. */
  autoRetry?: boolean | undefined;
  /** Names of response headers to return in `$metadata.headers`; `*`: all of them. */
  responseHeaders?: readonly string[] | undefined;
  /** Additional headers, signed if they begin with `x-kms-` or `x-acs-`; those that the protocol sets are refused. */
  requestHeaders?: Readonly<Record<string, string>> | undefined;
}

export const transportDefaults = Object.freeze({
  connectTimeoutMs: 5_000,
  readTimeoutMs: 15_000,
  timeoutMs: 0,
  maxAttempts: 3,
  backoff: Object.freeze({ baseMs: 200, maxMs: 5_000 }),
  ignoreSsl: false,
  maxSockets: 256,
});

type Names<Options> = Record<keyof Options, true>;

/** Keys of an object: an array of all names would compile with one missing. */
const names = <Options>(every: Names<Options>) => Object.keys(every) as (keyof Options)[];

const sharedNames: Names<Omit<TransportOptions, 'userAgent'>> = {
  connectTimeoutMs: true,
  readTimeoutMs: true,
  timeoutMs: true,
  maxAttempts: true,
  backoff: true,
  caFilePath: true,
  ca: true,
  ignoreSsl: true,
  httpsProxy: true,
  httpProxy: true,
  socks5Proxy: true,
  noProxy: true,
  maxSockets: true,
};

/** Names of {@link TransportOptions}, for a configuration that has other options too. */
export const transportOptionNames: readonly (keyof TransportOptions)[] = names<TransportOptions>({
  ...sharedNames,
  userAgent: true,
});

const callOptionNames: readonly (keyof CallOptions)[] = names<CallOptions>({
  ...sharedNames,
  signal: true,
  autoRetry: true,
  responseHeaders: true,
  requestHeaders: true,
});

/** What decides which connections a call may share with others. */
export interface ConnectionSettings extends ServerTrust, ProxySettings {
  readonly maxSockets: number;
}

/** All options of a call, checked, with defaults filled in. */
export interface CallPolicy {
  readonly peer: Peer;
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly timeoutMs: number;
  readonly maxAttempts: number;
  readonly backoff: { readonly baseMs: number; readonly maxMs: number };
  readonly connection: ConnectionSettings;
  /** The whole header. */
  readonly userAgent: string;
  readonly signal?: AbortSignal;
  /** In lower case. */
  readonly responseHeaders: readonly string[];
  readonly requestHeaders: Readonly<Record<string, string>>;
}

const ownUserAgent = `AlibabaCloud (${type()}; ${arch()}) Node.js/${process.versions.node} alibabacloud-kms-sdk/${version}`;

/** The header's value, with the caller's own part at the end. */
const userAgentHeader = (own?: string) => (own ? `${ownUserAgent} ${own}` : ownUserAgent);

const defaultPolicy: CallPolicy = Object.freeze({
  peer: 'public',
  connectTimeoutMs: transportDefaults.connectTimeoutMs,
  readTimeoutMs: transportDefaults.readTimeoutMs,
  timeoutMs: transportDefaults.timeoutMs,
  maxAttempts: transportDefaults.maxAttempts,
  backoff: transportDefaults.backoff,
  connection: Object.freeze({
    ignoreSsl: transportDefaults.ignoreSsl,
    maxSockets: transportDefaults.maxSockets,
    proxy: undefined,
    noProxy: undefined,
  }),
  userAgent: userAgentHeader(),
  responseHeaders: Object.freeze([]),
  requestHeaders: Object.freeze({}),
});

/**
 * Checks a client's options. There may be others, whose names are checked by the code that knows them.
 * @param where what the caller calls them, for messages: `instanceConfig`
 * @throws KmsConfigurationError `Config.Invalid`
 */
export function resolveTransportOptions(options: TransportOptions, where: string): CallPolicy {
  const policy = withShared(defaultPolicy, options, where);
  if (options.userAgent === undefined) return Object.freeze(policy);
  const userAgent = userAgentHeader(checkText(`${where}.userAgent`, options.userAgent));
  checkHeader(`${where}.userAgent`, 'user-agent', userAgent);
  return Object.freeze({ ...policy, userAgent });
}

/**
 * A call's options over its client's.
 * @throws KmsConfigurationError `Config.Invalid`
 */
export function resolveCallOptions(base: CallPolicy, call?: CallOptions): CallPolicy {
  if (call === undefined || Object.keys(checkObject('options', call)).length === 0) return base;
  checkNames('options', call, callOptionNames);
  const { signal, autoRetry, responseHeaders, requestHeaders } = call;
  const policy: { -readonly [Name in keyof CallPolicy]: CallPolicy[Name] } = withShared(base, call, 'options');
  if (signal !== undefined) policy.signal = checkSignal('options.signal', signal);
  if (autoRetry !== undefined && !checkBoolean('options.autoRetry', autoRetry)) policy.maxAttempts = 1;
  if (responseHeaders !== undefined) policy.responseHeaders = checkHeaderNames(responseHeaders);
  if (requestHeaders !== undefined) policy.requestHeaders = checkHeaders(requestHeaders);
  return Object.freeze(policy);
}

function withShared(base: CallPolicy, options: TransportOptions, where: string): CallPolicy {
  const milliseconds = (name: 'connectTimeoutMs' | 'readTimeoutMs' | 'timeoutMs') =>
    options[name] === undefined ? base[name] : checkMilliseconds(`${where}.${name}`, options[name]);
  const { maxAttempts, backoff } = options;
  return {
    ...base,
    connectTimeoutMs: milliseconds('connectTimeoutMs'),
    readTimeoutMs: milliseconds('readTimeoutMs'),
    timeoutMs: milliseconds('timeoutMs'),
    maxAttempts:
      maxAttempts === undefined ? base.maxAttempts : checkInteger(`${where}.maxAttempts`, maxAttempts, 1, 100),
    backoff: backoff === undefined ? base.backoff : checkBackoff(`${where}.backoff`, backoff, base.backoff),
    connection: connectionSettings(base.connection, options, where),
  };
}

function checkBackoff(where: string, options: BackoffOptions, base: CallPolicy['backoff']): CallPolicy['backoff'] {
  checkOptions(where, options, ['baseMs', 'maxMs']);
  const { baseMs = base.baseMs, maxMs = base.maxMs } = options;
  return Object.freeze({
    baseMs: checkInteger(`${where}.baseMs`, baseMs, 0, 60_000),
    maxMs: checkInteger(`${where}.maxMs`, maxMs, 0, 600_000),
  });
}

function connectionSettings(base: ConnectionSettings, options: TransportOptions, where: string): ConnectionSettings {
  const changes = {
    ...trustChanges(options, where),
    ...proxyChanges(options, where),
    ...(options.maxSockets === undefined
      ? undefined
      : { maxSockets: checkInteger(`${where}.maxSockets`, options.maxSockets, 1, 65_535) }),
  };
  return Object.keys(changes).length === 0 ? base : Object.freeze({ ...base, ...changes });
}

function trustChanges({ caFilePath, ca, ignoreSsl }: TransportOptions, where: string): Partial<ServerTrust> {
  const changes: { -readonly [Name in keyof ServerTrust]?: ServerTrust[Name] } = {};
  if (caFilePath !== undefined && ca !== undefined) {
    throw invalidOption(`${where} has both caFilePath and ca: give one`);
  }
  if (caFilePath !== undefined || ca !== undefined) {
    changes.caFilePath = caFilePath === undefined ? undefined : checkPath(`${where}.caFilePath`, caFilePath, 'ca');
    changes.ca = ca === undefined ? undefined : checkCa(`${where}.ca`, ca);
  }
  if (ignoreSsl !== undefined) changes.ignoreSsl = checkBoolean(`${where}.ignoreSsl`, ignoreSsl);
  return changes;
}

function checkCa(path: string, ca: unknown): string {
  if (typeof ca !== 'string' && !isBytes(ca)) throw invalidOption(mustBe(path, 'PEM as a string or bytes', kindOf(ca)));
  const pem = typeof ca === 'string' ? ca : Buffer.from(ca).toString();
  return certificatesOf(path, pem);
}

function proxyChanges(options: TransportOptions, where: string): Partial<ProxySettings> {
  const { httpsProxy, httpProxy, socks5Proxy, noProxy } = options;
  const changes: { -readonly [Name in keyof ProxySettings]?: ProxySettings[Name] } = {};
  if (socks5Proxy && (httpsProxy || httpProxy)) {
    throw invalidOption(`${where} has both socks5Proxy and ${httpsProxy ? 'httpsProxy' : 'httpProxy'}: give one`);
  }
  // The proxy options belong together: a call that sets one of them overrides all of the client's.
  if (httpsProxy !== undefined || httpProxy !== undefined || socks5Proxy !== undefined) {
    const tunnel = httpsProxy ?? httpProxy;
    const name = httpsProxy === undefined ? 'httpProxy' : 'httpsProxy';
    changes.proxy = null;
    if (socks5Proxy) changes.proxy = parseProxy(`${where}.socks5Proxy`, socks5Proxy, socksProxySchemes);
    if (tunnel) changes.proxy = parseProxy(`${where}.${name}`, tunnel, httpProxySchemes);
  }
  if (noProxy !== undefined) changes.noProxy = checkNoProxy(`${where}.noProxy`, noProxy);
  return changes;
}

function checkNoProxy(path: string, value: unknown): readonly string[] {
  if (typeof value === 'string') return parseNoProxy(value);
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return parseNoProxy(value.join(','));
  throw invalidOption(mustBe(path, 'a string, or an array of host names', kindOf(value)));
}

function checkHeaderNames(names: unknown): readonly string[] {
  return Object.freeze(checkTexts('options.responseHeaders', names).map((name) => name.toLowerCase()));
}

function checkHeaders(headers: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(checkObject('options.requestHeaders', headers));
  for (const [name, value] of entries) checkHeader(`options.requestHeaders[${shown(name)}]`, name, value);
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<string, string>>;
}

function checkHeader(path: string, name: string, value: unknown): void {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value as string);
    if (typeof value === 'string') return;
  } catch {
    // The error of node:http repeats the value, which may be a token.
  }
  throw invalidOption(mustBe(path, 'a header name with a value of visible characters'));
}

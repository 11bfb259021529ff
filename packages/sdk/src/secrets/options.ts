import {
  checkInteger,
  checkNames,
  checkObject,
  checkOneOf,
  checkOptions,
  checkText,
  invalidOption,
  kindOf,
  mustBe,
  timerMaxMs,
} from '../checks.js';
import type { Secret } from './secret.js';
import type { GatewaySource, SecretSource } from './source.js';
import type { SecretStore } from './store.js';
import { checkName, type SecretKey } from './which.js';

type Awaitable<T> = T | Promise<T>;

/**
 * Hooks that process secrets on their way into and out of the cache's memory; the `CacheHook` of the clients for other
 * languages.
 *
 * @example
 * ```ts
 * const hooks = {
 *   put: (secret) => secret.with(seal(secret.bytes)), // kept encrypted in memory
 *   get: (kept) => kept.with(open(kept.bytes)),
 *   recover: ({ name }) => readFromVault(name), // when KMS is away and nothing is kept
 * };
 * ```
 */
export interface SecretHooks {
  /** Called before a secret is cached; returns what to cache; undefined: nothing, so that each `get` asks KMS. */
  put?(secret: Secret): Awaitable<Secret | undefined>;
  /** Called before a cached secret is returned; returns what to return. */
  get?(kept: Secret): Awaitable<Secret>;
  /** Called if KMS is unavailable and no value may be returned; returns a value for this call only. */
  recover?(key: SecretKey, error: unknown): Awaitable<Secret | undefined>;
}

/** Options of a `SecretCache`: `client` or `clients`, and how long values are valid. */
export interface SecretCacheOptions {
  /** Reads the secrets. The cache does not close it. */
  client?: SecretSource | undefined;
  /**
   * Several instead of one: clients of several regions, or one client with both gateways. They are asked in this order,
   * the next if one fails or does not respond within `failoverAfterMs`; the first one that has the secret wins, and the
   * other requests are aborted.
   */
  clients?: readonly (SecretSource | GatewaySource)[] | undefined;
  /** How long to wait for a client before asking the next one as well. Milliseconds, 0 to 2,147,483,647; default 1,000. */
  failoverAfterMs?: number | undefined;
  /**
   * How long a value is valid. The cache refreshes it in the background after 80 to 95 % of that time. Milliseconds, 1 to
   * 2,147,483,647; default 3,600,000 (1 h). `ttlsMs`, and a TTL in the secret itself, take precedence.
   */
  ttlMs?: number | undefined;
  /** TTLs of individual secrets by name, in milliseconds like `ttlMs`. */
  ttlsMs?: Readonly<Record<string, number>> | undefined;
  /**
   * Member of a secret's JSON object that contains its TTL in milliseconds, at least 1,000. Default `ttl`; null: ignore TTLs
   * in secrets.
   */
  ttlField?: string | null | undefined;
  /**
   * How long a value may be returned after its TTL while KMS throttles, fails or is unreachable. Milliseconds, 0 to
   * 2,147,483,647; 0: never; default 86,400,000 (24 h).
   */
  staleIfErrorMs?: number | undefined;
  /**
   * How long `get` waits for KMS if there is a value whose TTL has expired. Milliseconds, 0 to 2,147,483,647; 0: not at
   * all; default 1,000.
   */
  maxWaitMs?: number | undefined;
  /** How long the cache remembers that a secret does not exist. Milliseconds, 0 to 2,147,483,647; default 10,000. */
  notFoundTtlMs?: number | undefined;
  /** Stage to read if a call names none. Default `ACSCurrent`. */
  stage?: string | undefined;
  /** Most secrets, stages and versions to cache; the least recently used are removed first. 1 to 1,000,000; default 10,000. */
  maxEntries?: number | undefined;
  /** Stores secrets, to start without KMS. If there are several, the first that has a secret counts. Default none. */
  store?: SecretStore | readonly SecretStore[] | undefined;
  hooks?: SecretHooks | undefined;
  /** Clock. Default the machine's; in tests use that of the local KMS: `kms.clock`. */
  clock?: CacheClock | undefined;
}

/** The clock of a cache. */
export interface CacheClock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Name → default and minimum. */
const numbers = {
  failoverAfterMs: { default: 1000, min: 0, max: timerMaxMs },
  ttlMs: { default: 3_600_000, min: 1, max: timerMaxMs },
  staleIfErrorMs: { default: 86_400_000, min: 0, max: timerMaxMs },
  maxWaitMs: { default: 1000, min: 0, max: timerMaxMs },
  notFoundTtlMs: { default: 10_000, min: 0, max: timerMaxMs },
  maxEntries: { default: 10_000, min: 1, max: 1_000_000 },
} as const;

const names: Record<keyof SecretCacheOptions, true> = {
  client: true,
  clients: true,
  failoverAfterMs: true,
  ttlMs: true,
  ttlsMs: true,
  ttlField: true,
  staleIfErrorMs: true,
  maxWaitMs: true,
  notFoundTtlMs: true,
  stage: true,
  maxEntries: true,
  store: true,
  hooks: true,
  clock: true,
};

/** Options with their defaults. */
export interface ResolvedSecretCacheOptions extends Record<keyof typeof numbers, number> {
  sources: readonly GatewaySource[];
  ttlsMs: ReadonlyMap<string, number>;
  ttlField: string | null;
  stage: string;
  stores: readonly SecretStore[];
  hooks: SecretHooks;
  clock: CacheClock;
}

/** @throws KmsConfigurationError `Config.Invalid` */
export function resolveOptions(options: SecretCacheOptions): ResolvedSecretCacheOptions {
  checkOptions('options of SecretCache', options, Object.keys(names));
  const { ttlsMs = {}, ttlField = 'ttl', stage = 'ACSCurrent', hooks = {}, clock = Date } = options;
  const numberOf = (name: keyof typeof numbers) => {
    const { default: byDefault, min, max } = numbers[name];
    return options[name] === undefined ? byDefault : checkInteger(name, options[name], min, max);
  };
  const ttls = Object.entries(checkObject('ttlsMs', ttlsMs)).map(([name, ttlMs]): [string, number] => [
    checkName(name),
    checkInteger(`ttlsMs['${name}']`, ttlMs, numbers.ttlMs.min, numbers.ttlMs.max),
  ]);
  return {
    sources: sourcesOf(options),
    failoverAfterMs: numberOf('failoverAfterMs'),
    ttlMs: numberOf('ttlMs'),
    ttlsMs: new Map(ttls),
    ttlField: ttlField === null ? null : checkText('ttlField', ttlField),
    staleIfErrorMs: numberOf('staleIfErrorMs'),
    maxWaitMs: numberOf('maxWaitMs'),
    notFoundTtlMs: numberOf('notFoundTtlMs'),
    stage: checkText('stage', stage),
    maxEntries: numberOf('maxEntries'),
    stores: storesOf(options.store),
    hooks: checkHooks(hooks),
    clock: hasMethod(clock, 'now') ? clock : refuse('clock', clock, 'an object with a method now()'),
  };
}

function sourcesOf({ client, clients }: SecretCacheOptions): GatewaySource[] {
  if ((client === undefined) === (clients === undefined)) {
    throw invalidOption(`options of SecretCache have ${client ? 'both' : 'neither'} of client and clients: give one`);
  }
  const given: unknown = clients ?? [client];
  if (!Array.isArray(given) || given.length === 0)
    return refuse('clients', clients, 'an array with at least one client');
  return given.map((source: unknown, index) => {
    const path = clients ? `clients[${index}]` : 'client';
    if (hasMethod<SecretSource>(source, 'getSecretValue')) return { client: source };
    const { client: inner, gateway, ...others } = checkObject(path, source) as Partial<GatewaySource>;
    checkNames(path, others, ['client', 'gateway']);
    if (!hasMethod<SecretSource>(inner, 'getSecretValue')) {
      return refuse(path, source, 'a Client, or { client, gateway }');
    }
    return { client: inner, gateway: gateway && checkOneOf(`${path}.gateway`, gateway, ['instance', 'public']) };
  });
}

function checkHooks(hooks: SecretHooks): SecretHooks {
  const names: Record<keyof SecretHooks, true> = { put: true, get: true, recover: true };
  checkOptions('hooks', hooks, Object.keys(names));
  for (const [name, hook] of Object.entries(hooks)) {
    if (hook !== undefined && typeof hook !== 'function') refuse(`hooks.${name}`, hook, 'a function');
  }
  return hooks;
}

function storesOf(store: unknown): SecretStore[] {
  const given: unknown[] = Array.isArray(store) ? store : store === undefined ? [] : [store];
  return given.map((one) =>
    hasMethod<SecretStore>(one, 'load') ? one : refuse('store', one, 'an object with a method load()'),
  );
}

const hasMethod = <T extends object>(value: unknown, name: string): value is T =>
  (typeof value === 'object' || typeof value === 'function') &&
  value !== null &&
  typeof Reflect.get(value, name) === 'function';

function refuse(path: string, value: unknown, expected: string): never {
  throw invalidOption(mustBe(path, expected, kindOf(value)));
}

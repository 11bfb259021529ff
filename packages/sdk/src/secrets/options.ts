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
 * What a program may do with secrets on their way into and out of the memory of a cache; the `CacheHook` of the other
 * languages' clients.
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
  /** Before a secret is kept: what to keep in its place; undefined: nothing, so that each `get` asks KMS. */
  put?(secret: Secret): Awaitable<Secret | undefined>;
  /** Before a kept secret is given out: what to give out. */
  get?(kept: Secret): Awaitable<Secret>;
  /** When KMS is away and there is no value that may be given out: another one, for this call only. */
  recover?(key: SecretKey, error: unknown): Awaitable<Secret | undefined>;
}

/** Options of a `SecretCache`: `client` or `clients`, and how long values are good. */
export interface SecretCacheOptions {
  /** Reads the secrets. The cache does not close it. */
  client?: SecretSource | undefined;
  /**
   * Several in place of one: clients of several regions, or one client through both gateways. They are asked in this order,
   * the next when one fails or is silent for `failoverAfterMs`; the first that has the secret wins, the rest are aborted.
   */
  clients?: readonly (SecretSource | GatewaySource)[] | undefined;
  /** How long a client is waited for before the next is asked as well. Milliseconds, 0 to 2,147,483,647; default 1,000. */
  failoverAfterMs?: number | undefined;
  /**
   * How long a value is good. It is refreshed in the background when 80 to 95 % of that time are over. Milliseconds, 1 to
   * 2,147,483,647; default 3,600,000 (1 h). A TTL in `ttlsMs`, and one in the secret itself, go first.
   */
  ttlMs?: number | undefined;
  /** TTLs of single secrets by their name, in milliseconds as `ttlMs`. */
  ttlsMs?: Readonly<Record<string, number>> | undefined;
  /**
   * Member of a secret's JSON object with its TTL in milliseconds, at least 1,000. Default `ttl`; null: secrets bring no TTL
   * along.
   */
  ttlField?: string | null | undefined;
  /**
   * How long a value may be given out after its TTL while KMS throttles, fails or cannot be reached. Milliseconds, 0 to
   * 2,147,483,647, 0: never; default 86,400,000 (24 h).
   */
  staleIfErrorMs?: number | undefined;
  /**
   * How long `get` waits for KMS when there is a value whose TTL is over. Milliseconds, 0 to 2,147,483,647, 0: it does not
   * wait; default 1,000.
   */
  maxWaitMs?: number | undefined;
  /** How long it is remembered that a secret is not there. Milliseconds, 0 to 2,147,483,647; default 10,000. */
  notFoundTtlMs?: number | undefined;
  /** Stage that is read when nobody says. Default `ACSCurrent`. */
  stage?: string | undefined;
  /** How many secrets, stages and versions are kept; then the longest unused go. 1 to 1,000,000; default 10,000. */
  maxEntries?: number | undefined;
  /** Keeps secrets for starts without KMS. Of several the first that has a secret is taken. Default none. */
  store?: SecretStore | readonly SecretStore[] | undefined;
  hooks?: SecretHooks | undefined;
  /** Where the time comes from. Default the machine's clock; in tests the local KMS's: `kms.clock`. */
  clock?: CacheClock | undefined;
}

/** The time that a cache goes by. */
export interface CacheClock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Name → default and least value. */
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

import type { InspectOptions } from 'node:util';
import { checkSignal } from '../checks.js';
import { KmsConfigurationError, KmsSecretError } from '../errors.js';
import type { Credentials } from './credentials-of.js';
import { Entries, type Entry } from './entries.js';
import { Events, type SecretCacheEvents } from './events.js';
import { Loader } from './loader.js';
import {
  type CacheClock,
  type ResolvedSecretCacheOptions,
  resolveOptions,
  type SecretCacheOptions,
} from './options.js';
import { Reader, unlessAborted } from './reader.js';
import { Refresher } from './refresher.js';
import { RotatingCredentials, type RotatingCredentialsOptions } from './rotating-credentials.js';
import type { Secret } from './secret.js';
import { parsedJson, validated } from './standard-schema.js';
import type { CachedSecret, GetJsonOptions, GetSecretOptions, SecretCacheStats } from './types.js';
import { checkSelection, type SecretSelection } from './which.js';

const selectionNames = ['stage', 'versionId', 'signal'];
const jsonNames = [...selectionNames, 'schema'];

/**
 * Secrets for a running service: reads each from KMS once, refreshes it in the background, and keeps it available while
 * KMS throttles or is unavailable.
 *
 * The constructor only checks its options. The cache does not keep the process alive; `close` forgets the values.
 *
 * @throws {KmsConfigurationError} `Config.Invalid`
 * @example
 * ```ts
 * await using secrets = new SecretCache({ client, ttlMs: 600_000 });
 * const { user, password } = await secrets.getJson('app/db');
 * secrets.on('rotate', ({ name, versionId }) => console.log(`${name} is now ${versionId}`));
 * ```
 * @see https://www.alibabacloud.com/help/en/kms/
 */
export class SecretCache {
  readonly #options: ResolvedSecretCacheOptions;
  readonly #events = new Events();
  readonly #entries: Entries;
  readonly #loader: Loader;
  readonly #reader: Reader;
  readonly #refresher: Refresher;
  readonly #usual: SecretSelection;
  readonly #clock: CacheClock;
  /** True without a `get` hook. */
  readonly #isGivenAsKept: boolean;
  #closed?: Promise<void>;

  constructor(options: SecretCacheOptions) {
    this.#options = resolveOptions(options);
    const { maxEntries, clock, stage, hooks } = this.#options;
    this.#usual = { stage };
    this.#clock = clock;
    this.#isGivenAsKept = hooks.get === undefined;
    this.#loader = new Loader(this.#options, this.#events, (entry) => this.#refresher.schedule(entry));
    this.#reader = new Reader(this.#options, this.#events, this.#loader);
    this.#entries = new Entries(this.#usual, maxEntries, (entry) => this.#loader.isLoading(entry));
    this.#refresher = new Refresher({
      now: () => clock.now(),
      entries: () => this.#entries,
      refresh: (entry) => this.#inBackground(entry),
      batches: () => this.#loader.batches,
    });
  }

  /**
   * Gets a secret: from memory while its TTL lasts, otherwise from KMS; still from memory while KMS is unavailable.
   *
   * @throws {KmsServiceError} KMS refused: `Forbidden.ResourceNotFound`, `Forbidden.NoPermission`, …
   * @throws {KmsTimeoutError | KmsConnectionError} KMS is unavailable, and there is no value that may be returned
   * @throws {KmsSecretError} `Secret.Unavailable`: the same, with several clients
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Invalid`, `Config.ClientClosed`
   * @example
   * ```ts
   * const { text, versionId } = await secrets.get('app/db', { stage: 'ACSPrevious' });
   * ```
   */
  get(name: string, options?: GetSecretOptions): Promise<Secret> {
    // Only what a hit needs: it takes a fraction of a microsecond.
    if (options === undefined && this.#isGivenAsKept) {
      const entry = this.#entries.usual.get(name);
      if (entry?.hit !== undefined && entry.isFresh(this.#clock.now())) {
        entry.usedAt = ++this.#reader.counts.hits;
        return entry.hit;
      }
    }
    return this.#get(name, options, selectionNames);
  }

  /**
   * The value of a text secret.
   *
   * @throws {KmsSecretError} `Secret.NotText`; and everything that `get` throws
   */
  async getText(name: string, options?: GetSecretOptions): Promise<string> {
    return (await this.get(name, options)).text;
  }

  /** The value of a text or binary secret as bytes: a copy. Throws what `get` throws. */
  async getBytes(name: string, options?: GetSecretOptions): Promise<Uint8Array> {
    return (await this.get(name, options)).bytes;
  }

  /**
   * The value of a secret whose text is JSON: a new copy each time.
   *
   * @param options with a `schema`, the result is the schema's output; otherwise its type is unchecked
   * @throws {KmsSecretError} `Secret.NotJson`, `Secret.SchemaMismatch`, `Secret.NotText`; and everything that `get` throws
   * @example
   * ```ts
   * const schema = z.object({ user: z.string(), password: z.string() });
   * const { user, password } = await secrets.getJson('app/db', { schema });
   * ```
   */
  async getJson<Output = Record<string, unknown>>(name: string, options?: GetJsonOptions<Output>): Promise<Output> {
    const secret = await (options ? this.#get(name, options, jsonNames) : this.get(name));
    const value = parsedJson(name, secret.text);
    return options?.schema ? validated(name, options.schema, value) : (value as Output);
  }

  /**
   * Reads the secret from KMS now, with a new request, and caches the result. If it fails, the cached value stays.
   *
   * @throws what `get` throws; an expired value does not count
   */
  async refreshNow(name: string, options: GetSecretOptions = {}): Promise<Secret> {
    const entry = this.#entryFor(name, options, selectionNames);
    const { signal } = options;
    return unlessAborted(
      this.#loader.refresh(entry).finally(() => this.#refresher.schedule(entry)),
      signal,
    );
  }

  /**
   * Reads several secrets at startup, so that no caller waits for them later.
   *
   * @param names default: those with their own TTL in `ttlsMs`
   * @throws {KmsSecretError} `Secret.NotPreloaded` if a secret has no value afterwards; `failures` has the errors. The
   *   other secrets are cached
   * @example
   * ```ts
   * await secrets.preload(['app/db', 'app/cache']);
   * ```
   */
  async preload(names: readonly string[] = [...this.#options.ttlsMs.keys()]): Promise<void> {
    const results = await Promise.allSettled(names.map((name) => this.get(name)));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (failures.length === 0) return;
    const missing = names.filter((_, index) => results[index]?.status === 'rejected');
    const listed = missing.length > 10 ? [...missing.slice(0, 10), '…'] : missing;
    const message = `${missing.length} of ${names.length} secrets could not be read: ${listed.join(', ')}`;
    throw new KmsSecretError('Secret.NotPreloaded', message, { failures, cause: failures[0] });
  }

  /**
   * Refreshes everything that is due, as the timer does; never fails. For tests that move the clock, and for functions that
   * are frozen between calls.
   */
  refreshDue(): Promise<void> {
    return this.#refresher.refreshDue();
  }

  /**
   * User and password of a secret for logins that survive rotation: a refused login refreshes the secret and is
   * retried.
   *
   * @throws {KmsConfigurationError} `Config.Invalid`, `Request.Invalid`
   * @example
   * ```ts
   * const credentials = secrets.rotatingCredentials('app/db');
   * const pool = new pg.Pool({ host, user: 'app', password: credentials.password });
   * ```
   */
  rotatingCredentials<Login extends object = Credentials>(
    name: string,
    options?: RotatingCredentialsOptions<Login>,
  ): RotatingCredentials<Login> {
    return new RotatingCredentials<Login>(this, name, options);
  }

  /**
   * Adds a listener for new versions (`rotate`), failures that no caller waits for (`error`), and values returned after
   * their TTL (`stale`). No event contains a value; an `error` without a listener does no harm.
   */
  on<Name extends keyof SecretCacheEvents>(event: Name, listener: (event: SecretCacheEvents[Name]) => void): this {
    this.#events.on(event, listener);
    return this;
  }

  /**
   * Whether there is a value that may be returned, even an expired one: then `get` waits for KMS at most `maxWaitMs`.
   * Sends nothing.
   *
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Invalid`
   */
  has(name: string, options: SecretSelection = {}): boolean {
    const entry = this.#entries.find(name, checkSelection(options, ['stage', 'versionId'], this.#options.stage));
    const now = this.#clock.now();
    if (entry?.value === undefined) return false;
    return entry.isFresh(now) || entry.isUsable(now, this.#options.staleIfErrorMs);
  }

  /** Removes a listener. */
  off<Name extends keyof SecretCacheEvents>(event: Name, listener: (event: SecretCacheEvents[Name]) => void): this {
    this.#events.off(event, listener);
    return this;
  }

  /** Numbers for metrics. */
  stats(): SecretCacheStats {
    return { entries: this.#entries.size, ...this.#reader.counts, ...this.#loader.counts };
  }

  /** The state of each secret, without values: for health checks. */
  list(): CachedSecret[] {
    return [...this.#entries].map(({ key, value, fetchedAt, expiresAt, failure }) => ({
      ...key,
      currentVersionId: value?.versionId,
      ...(value && { fetchedAt: new Date(fetchedAt), expiresAt: new Date(expiresAt) }),
      ...(failure && { error: failure.error }),
    }));
  }

  /** Aborts requests, stops timers, forgets all values, and waits for the stores. Clients stay open. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  /** {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** What `util.inspect` shows: counts, no values. */
  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: InspectOptions,
    inspect: (value: unknown, options: InspectOptions) => string,
  ): string {
    return `SecretCache ${inspect(this.stats(), options)}`;
  }

  async #get(name: string, options: GetSecretOptions | undefined, known: readonly string[]): Promise<Secret> {
    return this.#reader.read(this.#entryFor(name, options, known), options?.signal);
  }

  async #inBackground(entry: Entry): Promise<void> {
    try {
      await this.#loader.load(entry).promise;
    } catch (error) {
      if (this.#closed === undefined) this.#events.emit('error', { ...entry.key, error, kind: entry.failure?.kind });
    }
  }

  #entryFor(name: string, options: GetSecretOptions | undefined, known: readonly string[]): Entry {
    if (this.#closed) throw closed();
    if (options?.signal !== undefined) checkSignal('options.signal', options.signal);
    const selection = options ? checkSelection(options, known, this.#options.stage) : this.#usual;
    const entry = this.#entries.obtain(name, selection);
    entry.usedAt = this.#reader.counts.hits;
    return entry;
  }

  async #close(): Promise<void> {
    this.#refresher.close();
    this.#entries.clear();
    await this.#loader.close(closed());
    this.#events.clear();
  }
}

const closed = () => new KmsConfigurationError('Config.ClientClosed', 'this SecretCache was closed', { attempts: 0 });

import type { InspectOptions } from 'node:util';
import { checkFunction, checkOptions, checkTexts } from '../checks.js';
import { type Credentials, credentialsOf } from './credentials-of.js';
import { callListener, type RotateEvent } from './events.js';
import { failureKind } from './failure-kind.js';
import { isRefusedLogin, refusedPassword } from './refused-login.js';
import type { Secret } from './secret.js';
import { checkName, type SecretSelection } from './which.js';

/** Options of `rotatingCredentials`. */
export interface RotatingCredentialsOptions<Login> {
  /** Parses the secret. Default: `user` and `password` of its JSON, or its text as the password. */
  parse?: ((secret: Secret) => Login) | undefined;
  /** Whether an error means that the login was refused. Default: recognises PostgreSQL, MySQL, Redis and MongoDB. */
  isRefused?: ((error: unknown) => boolean) | undefined;
  /**
   * Stages to try, in this order, if the current version is refused. Default `ACSPrevious`, for a rotation that has not
   * reached the database yet, and `ACSPending`, for one that has not reached KMS yet.
   */
  fallbackStages?: readonly string[] | undefined;
}

/** The methods of `SecretCache` that it needs. */
interface SecretReader {
  get(name: string, options?: SecretSelection): Promise<Secret>;
  refreshNow(name: string, options?: SecretSelection): Promise<Secret>;
  on(event: 'rotate', listener: (event: RotateEvent) => void): unknown;
  off(event: 'rotate', listener: (event: RotateEvent) => void): unknown;
}

/** How often a login is tried if each refusal comes with a new rotation. */
const attemptsMax = 20;

/** How long to leave KMS alone if nothing has helped: a pool with a wrong password logs in again and again. */
const quietMs = 5000;

/** The credentials for logins. */
interface Choice<Login> {
  secret: Secret;
  login: Login;
  /** The current version at the time of the choice. */
  currentVersionId: string;
  /** Versions tried since that version became current. */
  tried: Set<string>;
  /** Whether a login with it has succeeded. */
  hasWorked: boolean;
  /** Number of the refusal that was attributed to an earlier choice. */
  doubtedAt?: number;
}

/**
 * A login that survives rotation. If a login is refused, the secret is refreshed and the login retried: with the new
 * version if there is one, otherwise with the version of another stage.
 *
 * @example
 * ```ts
 * const credentials = secrets.rotatingCredentials('app/db');
 * const client = await credentials.login(async ({ user, password }) => {
 *   const client = new pg.Client({ host, user, password });
 *   await client.connect();
 *   return client;
 * });
 * ```
 */
export class RotatingCredentials<Login extends object = Credentials> {
  /** The current password, for drivers that ask for it at each login: `new pg.Pool({ password })`. */
  readonly password: () => Promise<string>;
  /**
   * Reports errors of logins that a driver makes on its own, so that its next login has other credentials:
   * `redis.on('error', credentials.report)`. Other errors are ignored.
   */
  readonly report: (error: unknown) => void;
  readonly #cache: SecretReader;
  readonly #name: string;
  readonly #parse: (secret: Secret) => Login;
  readonly #isRefused: (error: unknown) => boolean;
  readonly #fallbackStages: readonly string[];
  readonly #followers = new Set<(login: Login) => void>();
  #choice?: Choice<Login>;
  #moving?: Promise<boolean>;
  #quietUntil = 0;
  /** Counts attempts and refusals in their order. */
  #count = 0;

  /** @internal */
  constructor(cache: SecretReader, name: string, options: RotatingCredentialsOptions<Login> = {}) {
    checkOptions('options', options, ['parse', 'isRefused', 'fallbackStages']);
    const { parse = credentialsOf as (secret: Secret) => object as (secret: Secret) => Login } = options;
    const { isRefused = isRefusedLogin, fallbackStages = ['ACSPrevious', 'ACSPending'] } = options;
    this.#cache = cache;
    this.#name = checkName(name);
    this.#parse = checkFunction('options.parse', parse);
    this.#isRefused = checkFunction('options.isRefused', isRefused);
    this.#fallbackStages = checkTexts('options.fallbackStages', fallbackStages);
    this.password = async () => {
      const { password } = (await this.current()) as Partial<Credentials>;
      return password ?? '';
    };
    this.report = (error) => {
      const choice = this.#choice;
      // If nothing helps, the driver reports its own error.
      if (choice && this.#isRefused(error)) this.#reactTo(error, choice, this.#count).catch(() => {});
    };
  }

  /** The current credentials. Throws what `get` of the cache throws. */
  async current(): Promise<Login> {
    return (await this.#choose()).login;
  }

  /**
   * Runs a login, and retries it with other credentials if it is refused.
   *
   * @param connect logs in with the given credentials; rejects with the driver's error
   * @throws the driver's error if no version in KMS is accepted
   */
  login<Connection>(connect: (login: Login) => Promise<Connection>): Promise<Connection> {
    return this.#attempt(connect, true);
  }

  /**
   * {@link login} for work with a driver that gets its credentials from `password` or `follow`, such as queries of a pool. A
   * login is refused before the work starts, so the work is done only once.
   *
   * @example
   * ```ts
   * const query = credentials.retrying((text: string, values?: unknown[]) => pool.query(text, values));
   * await query('select now()');
   * ```
   */
  retrying<Arguments extends unknown[], Result>(
    work: (...args: Arguments) => Promise<Result>,
  ): (...args: Arguments) => Promise<Result> {
    return (...args) => this.#attempt(() => work(...args), false);
  }

  /**
   * Calls `apply` with the current credentials, now and on every change, for drivers that store them: mysql2, ioredis.
   *
   * @returns a function that removes the listener
   * @example
   * ```ts
   * await credentials.follow(({ password }) => Object.assign(redis.options, { password }));
   * ```
   */
  async follow(apply: (login: Login) => void): Promise<() => void> {
    const { login } = await this.#choose();
    if (this.#followers.size === 0) this.#cache.on('rotate', this.#rotated);
    this.#followers.add(apply);
    apply(login);
    return () => {
      this.#followers.delete(apply);
      if (this.#followers.size === 0) this.#cache.off('rotate', this.#rotated);
    };
  }

  /** What `util.inspect` shows: the name of the secret. */
  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: InspectOptions,
    inspect: (value: unknown, options: InspectOptions) => string,
  ): string {
    return `RotatingCredentials ${inspect({ name: this.#name }, options)}`;
  }

  readonly #rotated = ({ name }: RotateEvent): void => {
    if (name === this.#name) this.#choose().catch(() => {});
  };

  /** @param isExact whether the work logs in with exactly these credentials, not with what a driver has stored */
  async #attempt<Result>(work: (login: Login) => Promise<Result>, isExact: boolean): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const choice = await this.#choose();
      const began = ++this.#count;
      try {
        const result = await work(choice.login);
        choice.hasWorked = true;
        return result;
      } catch (error) {
        if (attempt === attemptsMax || !this.#isRefused(error)) throw error;
        const canRetry = isExact ? this.#moveOn(choice) : this.#reactTo(error, choice, began);
        if (!(await canRetry)) throw error;
      }
    }
  }

  /**
   * A driver may have started a login before it learned of this choice, so the refusal may belong to an earlier one.
   *
   * @returns whether there is something to try
   */
  async #reactTo(error: unknown, choice: Choice<Login>, began: number): Promise<boolean> {
    const refused = refusedPassword(error);
    const { password } = choice.login as Partial<Credentials>;
    const isDoubtful = refused === undefined ? this.#isDoubtful(choice, began) : refused !== password;
    return isDoubtful || this.#moveOn(choice);
  }

  /** Without certainty, only a refusal of work that started after the first refusal counts against a new choice. */
  #isDoubtful(choice: Choice<Login>, began: number): boolean {
    if (choice.hasWorked) return false;
    choice.doubtedAt ??= ++this.#count;
    return began < choice.doubtedAt;
  }

  /** The current choice, unless the cache has learned of a new version since. */
  async #choose(): Promise<Choice<Login>> {
    const current = await this.#cache.get(this.#name);
    if (this.#choice?.currentVersionId === current.versionId) return this.#choice;
    return this.#use(current, current.versionId, new Set());
  }

  #use(secret: Secret, currentVersionId: string, tried: ReadonlySet<string>): Choice<Login> {
    const previous = this.#choice?.secret.versionId;
    const login = this.#parse(secret);
    this.#quietUntil = 0;
    this.#choice = { secret, login, currentVersionId, tried: new Set([...tried, secret.versionId]), hasWorked: false };
    if (previous !== secret.versionId) for (const apply of this.#followers) callListener(apply, login);
    return this.#choice;
  }

  /** @returns whether there is something else to try */
  async #moveOn(refused: Choice<Login>): Promise<boolean> {
    if (this.#choice !== refused) return true;
    if (performance.now() < this.#quietUntil) return false;
    this.#moving ??= this.#chooseNext(refused).finally(() => {
      this.#moving = undefined;
    });
    return this.#moving;
  }

  /**
   * A new version if there is one; otherwise the versions of other stages; and the current one once more, because the database
   * may have received it in the meantime.
   */
  async #chooseNext({ secret, currentVersionId, tried }: Choice<Login>): Promise<boolean> {
    if (await this.#useNewVersion(currentVersionId)) return true;
    for (const stage of this.#fallbackStages) {
      const other = await this.#newest(stage);
      if (!other || tried.has(other.versionId)) continue;
      this.#use(other, currentVersionId, tried);
      return true;
    }
    // It may have become the previous one in the meantime.
    if (await this.#useNewVersion(currentVersionId)) return true;
    if (secret.versionId !== currentVersionId) {
      this.#use(await this.#cache.get(this.#name), currentVersionId, tried);
      return true;
    }
    // The next refusal starts over.
    for (const version of tried) if (version !== currentVersionId) tried.delete(version);
    this.#quietUntil = performance.now() + quietMs;
    return false;
  }

  async #useNewVersion(knownVersionId: string): Promise<boolean> {
    const current = await this.#newest(undefined);
    if (!current || current.versionId === knownVersionId) return false;
    this.#use(current, current.versionId, new Set());
    return true;
  }

  /** From KMS, or from the cache while KMS is unavailable; undefined if there is none. */
  async #newest(stage: string | undefined): Promise<Secret | undefined> {
    try {
      return await this.#cache.refreshNow(this.#name, { stage });
    } catch (error) {
      if (failureKind(error) !== 'away') return undefined;
      return this.#cache.get(this.#name, { stage }).catch(() => undefined);
    }
  }
}

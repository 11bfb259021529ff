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
  /** What the secret holds. Default: `user` and `password` of its JSON, or its text as the password. */
  parse?: ((secret: Secret) => Login) | undefined;
  /** Whether an error means that the login was refused. Default: as PostgreSQL, MySQL, Redis and MongoDB tell it. */
  isRefused?: ((error: unknown) => boolean) | undefined;
  /**
   * Stages that are tried when the current version is refused, in this order. Default `ACSPrevious`, for a rotation that has
   * not yet come to the database, and `ACSPending`, for one that has not yet come to KMS.
   */
  fallbackStages?: readonly string[] | undefined;
}

/** What it needs of a `SecretCache`. */
interface SecretReader {
  get(name: string, options?: SecretSelection): Promise<Secret>;
  refreshNow(name: string, options?: SecretSelection): Promise<Secret>;
  on(event: 'rotate', listener: (event: RotateEvent) => void): unknown;
  off(event: 'rotate', listener: (event: RotateEvent) => void): unknown;
}

/** How often one login is tried when each refusal comes with news of a rotation. */
const attemptsMax = 20;

/** When nothing has helped, KMS is left alone for this long: a pool with a wrong password logs in again and again. */
const quietMs = 5000;

/** What logins use now. */
interface Choice<Login> {
  secret: Secret;
  login: Login;
  /** The current version that was known when this was chosen. */
  currentVersionId: string;
  /** Versions that were tried since that one became current. */
  tried: Set<string>;
  /** Whether a login with it has succeeded. */
  hasWorked: boolean;
  /** Count of the refusal that was taken for one of an earlier choice. */
  doubtedAt?: number;
}

/**
 * A login that notices no rotation. Once a login is refused, the secret is refreshed and the login tried again: with the new
 * version if there is one, else with that of another stage.
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
  /** The password that logins use now, for drivers that ask for it at each login: `new pg.Pool({ password })`. */
  readonly password: () => Promise<string>;
  /**
   * To be told of errors of logins that a driver makes by itself, so that its next one has other credentials:
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
  /** Of attempts and refusals, in their order. */
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
      // Whoever uses the driver is told by it when nothing helps.
      if (choice && this.#isRefused(error)) this.#reactTo(error, choice, this.#count).catch(() => {});
    };
  }

  /** What logins use now. Throws what `get` of the cache throws. */
  async current(): Promise<Login> {
    return (await this.#choose()).login;
  }

  /**
   * Runs a login, and again with other credentials when it is refused.
   *
   * @param connect logs in with what it is given; rejects with the driver's error
   * @throws the driver's error, when no version that KMS has is let in
   */
  login<Connection>(connect: (login: Login) => Promise<Connection>): Promise<Connection> {
    return this.#attempt(connect, true);
  }

  /**
   * {@link login} for work of a driver that gets its credentials by `password` or `follow`: a pool's queries. A refused login
   * comes before the work, so the work is done once.
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
   * Tells what logins use, now and whenever that changes, for drivers that keep it in their options: mysql2, ioredis.
   *
   * @returns takes the listener away
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

  /** @param isExact whether the work logs in with just what it is given, and not with what a driver has */
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
        const canGoOn = isExact ? this.#moveOn(choice) : this.#reactTo(error, choice, began);
        if (!(await canGoOn)) throw error;
      }
    }
  }

  /**
   * A driver may have begun to log in before it was told of this choice, so a refusal may be one of an earlier choice.
   *
   * @returns whether there is something to try
   */
  async #reactTo(error: unknown, choice: Choice<Login>, began: number): Promise<boolean> {
    const refused = refusedPassword(error);
    const { password } = choice.login as Partial<Credentials>;
    const isDoubtful = refused === undefined ? this.#isDoubtful(choice, began) : refused !== password;
    return isDoubtful || this.#moveOn(choice);
  }

  /** Where nobody tells: only the refusal of work that began after a first refusal says something about a new choice. */
  #isDoubtful(choice: Choice<Login>, began: number): boolean {
    if (choice.hasWorked) return false;
    choice.doubtedAt ??= ++this.#count;
    return began < choice.doubtedAt;
  }

  /** What was chosen, unless the cache has learned of a new version since. */
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
   * A new version if there is one; else the versions of other stages; and the current one once more, since the database may
   * have got it while another was tried.
   */
  async #chooseNext({ secret, currentVersionId, tried }: Choice<Login>): Promise<boolean> {
    if (await this.#useNewVersion(currentVersionId)) return true;
    for (const stage of this.#fallbackStages) {
      const other = await this.#newest(stage);
      if (!other || tried.has(other.versionId)) continue;
      this.#use(other, currentVersionId, tried);
      return true;
    }
    // It may have become the previous one while that was read.
    if (await this.#useNewVersion(currentVersionId)) return true;
    if (secret.versionId !== currentVersionId) {
      this.#use(await this.#cache.get(this.#name), currentVersionId, tried);
      return true;
    }
    // Whoever is refused later begins from the start.
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

  /** From KMS, or from the cache while KMS is away; undefined when there is none. */
  async #newest(stage: string | undefined): Promise<Secret | undefined> {
    try {
      return await this.#cache.refreshNow(this.#name, { stage });
    } catch (error) {
      if (failureKind(error) !== 'away') return undefined;
      return this.#cache.get(this.#name, { stage }).catch(() => undefined);
    }
  }
}

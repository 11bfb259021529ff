import { checkObject, checkOptionalText, fitsHeader, invalidOption, kindOf, missingOption, mustBe } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { isError } from '../util/value-kinds.js';
import type { AccessKeyOptions, GivenAccessKey, UsableAccessKey } from './access-key.js';
import { askClient, askConfigured, dateOf } from './alicloud-credentials.js';
import { askDefaultChain } from './default-chain.js';
import { KeptAccessKey, type Source } from './kept-access-key.js';
import { withoutQuotes } from './without-quotes.js';

/** Provides the AccessKey of a client. */
export class AccessKeyProvider {
  readonly #kept: KeptAccessKey;

  /**
   * @param where name of the configuration object, for messages
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(options: AccessKeyOptions, where: string) {
    this.#kept = new KeptAccessKey(sourceOf(options, where));
  }

  /**
   * The AccessKey to sign with. Returns no promise if it has one, because every call waits for it.
   *
   * @param now the current time, adjusted to the server's clock if known
   * @throws KmsConfigurationError `Credentials.Unavailable`
   */
  get(now: Date): UsableAccessKey | Promise<UsableAccessKey> {
    return this.#kept.get(now);
  }

  /** Discards an AccessKey that KMS refused: the next call gets another one. */
  forget(refused: UsableAccessKey): void {
    this.#kept.forget(refused);
  }
}

/**
 * The source of the AccessKey that the options of a client name.
 *
 * @param where name of the configuration object, for messages
 * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
 */
function sourceOf(options: AccessKeyOptions, where: string): Source {
  const ask = questionOf(options, where);
  return {
    ask,
    check: usable,
    failure(reason, ended) {
      const why = isError(reason) ? reason.message : String(reason);
      const before = ended
        ? `the one that ${ended.source} gave ended at ${ended.expiration?.toISOString()} and was not renewed: `
        : '';
      const cause = reason instanceof KmsConfigurationError ? reason.cause : reason;
      return new KmsConfigurationError('Credentials.Unavailable', `no AccessKey: ${before}${why}`, { cause });
    },
  };
}

const unavailable = (what: string, cause?: unknown) =>
  new KmsConfigurationError('Credentials.Unavailable', what, { cause });

function questionOf(options: AccessKeyOptions, where: string): () => Promise<GivenAccessKey> {
  for (const name of ['accessKeyId', 'accessKeySecret', 'securityToken'] as const) {
    checkOptionalText(`${where}.${name}`, options[name]);
  }
  const { accessKeyId, accessKeySecret, securityToken, credential, credentialConfig } = options;
  const ways = { accessKeyId: accessKeyId || accessKeySecret || securityToken, credential, credentialConfig };
  const given = Object.entries(ways).flatMap(([name, value]) => (value ? [name] : []));
  if (given.length > 1) {
    throw invalidOption(`${where}: give only one of ${given.join(' and ')}`);
  }
  if (credential !== undefined) return questionTo(credential, `${where}.credential`);
  if (credentialConfig) {
    const name = `${where}.credentialConfig`;
    checkObject(name, credentialConfig);
    return () =>
      askConfigured(credentialConfig, name).catch((failure: unknown) => {
        const cause = withoutQuotes(failure);
        throw unavailable(`@alicloud/credentials with ${name} failed: ${cause.message}`, cause);
      });
  }
  if (given.length === 0) return askDefaultChain;
  if (!accessKeyId || !accessKeySecret) {
    const missing = accessKeyId ? 'accessKeySecret' : 'accessKeyId';
    throw missingOption(`${where}.${missing} is missing or empty`);
  }
  const accessKey = { accessKeyId, accessKeySecret, securityToken };
  return async () => ({ accessKey, source: where, keptForMs: Number.POSITIVE_INFINITY });
}

/** A source that the caller supplies. */
function questionTo(
  credential: NonNullable<AccessKeyOptions['credential']>,
  name: string,
): () => Promise<GivenAccessKey> {
  if (typeof credential === 'function') {
    return async () => {
      try {
        return { accessKey: await credential(), source: name, keptForMs: 0 };
      } catch (cause) {
        // The message stays in `cause`, for the caller: in our own message it might end up in a log.
        throw unavailable(`${name} failed`, cause);
      }
    };
  }
  if (typeof credential?.getCredential === 'function') {
    return async () => {
      try {
        return await askClient(credential, name);
      } catch (failure) {
        const cause = withoutQuotes(failure);
        throw unavailable(`${name} failed: ${cause.message}`, cause);
      }
    };
  }
  throw invalidOption(mustBe(name, 'a function, or have getCredential()', kindOf(credential)));
}

/** @throws KmsConfigurationError `Credentials.Unavailable` */
function usable({ accessKey, source }: GivenAccessKey, now: Date): UsableAccessKey {
  const { accessKeyId, accessKeySecret, securityToken, expiration: until } = accessKey ?? {};
  if (!accessKeyId || !accessKeySecret) {
    throw unavailable(`${source} gave no ${accessKeyId ? 'accessKeySecret' : 'accessKeyId'}`);
  }
  for (const [name, text] of Object.entries({ accessKeyId, accessKeySecret, securityToken })) {
    if (text && !fitsHeader(text)) throw unavailable(`the ${name} of ${source} has spaces or line breaks`);
  }
  const expiration = dateOf(until);
  if (until && !expiration) throw unavailable(`the expiration of ${source} is not a date: give a Date, or ISO 8601`);
  if (expiration && expiration <= now) {
    const times = `ended at ${expiration.toISOString()}, and the time is ${now.toISOString()}`;
    throw unavailable(`what ${source} gave ${times}: it was not renewed, or this machine's clock is off`);
  }
  return { accessKeyId, accessKeySecret, securityToken: securityToken || undefined, expiration, source };
}

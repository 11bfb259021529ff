import {
  checkBoolean,
  checkInteger,
  checkObject,
  checkOneOf,
  checkOptions,
  checkSignal,
  checkText,
  checkTexts,
  invalidOption,
  missingOption,
  mustBe,
  shown,
} from '../checks.js';
import type { GatewayName } from '../client/call-options.js';
import type { EncryptionContext } from '../client/response.js';
import { type AgeIdentity, type AgeRecipient, readIdentity, readRecipient } from './age/x25519.js';
import {
  type AlgorithmFacts,
  type AuthenticatedAlgorithm,
  algorithms,
  authenticatedAlgorithms,
  defaultAlgorithm,
} from './algorithms.js';
import { checkContext } from './context.js';
import type { CacheLimits } from './keys/material-cache.js';
import type { OpenRules } from './keys/message-keys.js';
import { isOneClient, type KmsOfRegions, regionOfArn } from './keys/wrapping-keys.js';
import { envelopeLimits } from './limits.js';

/** Limits of the data-key cache: what a data key may be used for before it is replaced. */
export interface EnvelopeCacheOptions {
  /** Age of a data key, in milliseconds. Default 300,000; 1,000 to 86,400,000. */
  maxAgeMs?: number | undefined;
  /** Messages encrypted with one data key. Default 1,000,000; 1 to 4,294,967,296. Decryption is bound by age alone. */
  maxMessages?: number | undefined;
  /** Bytes encrypted with one data key. Default 2^40; 1 to 2^53 - 1. A larger message gets a key of its own. */
  maxBytes?: number | undefined;
  /** Data keys at the same time; the one that was used longest ago goes. Default 1,000; 1 to 100,000. */
  maxEntries?: number | undefined;
}

/** What an `Envelope` is made of. */
export interface EnvelopeOptions {
  /**
   * Calls KMS: a `Client`; for keys in several regions a client for each, by the region's id. With a client key, give ARNs
   * as `keys`, or `publicConfig` as well: ids and aliases are looked up with DescribeKey.
   */
  kms: KmsOfRegions;
  /**
   * The keys: ARNs, or ids and aliases, which are resolved once. The first one makes data keys, and each one can decrypt
   * them alone. 1 to 32, all of them symmetric.
   */
  keys: readonly string[];
  /** Which gateway has the keys, for a client of both. Default: the instance's, as the client does it itself. */
  gateway?: GatewayName | undefined;
  /** How messages of the Encryption SDK are encrypted. Default `AES_GCM_NOPADDING_256`. */
  algorithm?: AuthenticatedAlgorithm | undefined;
  /** Uses data keys for more than one message. Default: not; `{}` does within the default limits. */
  cache?: EnvelopeCacheOptions | undefined;
  /** X25519 recipients of age (`age1…`) that can open age files without KMS, too. Default none. */
  recipients?: readonly string[] | undefined;
  /**
   * Name of a secret in KMS that keeps the header of all messages of the Encryption SDK, which then are their bodies alone:
   * 36 bytes more than the data. The first encryption makes it. Default: every message has its own header.
   */
  headerSecret?: string | undefined;
  /**
   * Most bytes of a message that has to be in memory until its tag is verified, when it comes as a stream. Default
   * 67,108,864; 1 to 2,147,483,647. Files of age need 64 KiB, whatever their size.
   */
  maxBufferedBytes?: number | undefined;
}

/** What encrypting needs to know. */
export interface SealOptions {
  /**
   * Names and values that the data belongs to, such as a tenant or the id of a row; not secret. Decryption wants the same
   * ones. `{}` binds it to nothing.
   */
  context: EncryptionContext;
  /** Ends the call; it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What decrypting needs to know. */
export interface OpenOptions {
  /** The same names and values as at encryption; a message with others is refused. */
  context: EncryptionContext;
  /** Keys beside those of the envelope that may open the message, e.g. those from before a move. Default none. */
  keys?: readonly string[] | undefined;
  /** X25519 identities of age (`AGE-SECRET-KEY-1…`) that may open age files; tried before KMS. Default none. */
  identities?: readonly string[] | undefined;
  /** Reads CBC and CTR, of which nobody can tell whether they were changed. Default false. */
  allowUnauthenticated?: boolean | undefined;
  /** Reads what the Encryption SDK for Java wrote before 1.0.7. Default false. */
  allowLegacy?: boolean | undefined;
  /** Ends the call; it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What decrypting a stream needs to know. */
export interface OpenStreamOptions extends OpenOptions {
  /**
   * Gives the bytes of Java's stream before its tag at the end was verified: nobody may act on them before the stream
   * ended well. Default false: it is held in memory until then. Files of age are verified chunk by chunk anyway.
   */
  releaseUnverified?: boolean | undefined;
}

/** Checked options. */
export interface EnvelopeSettings {
  kms: KmsOfRegions;
  keys: readonly string[];
  route: { gateway?: GatewayName };
  algorithm: AlgorithmFacts;
  cache?: CacheLimits;
  recipients: readonly AgeRecipient[];
  headerSecret?: string;
  maxBufferedBytes: number;
}

const optionNames = ['kms', 'keys', 'gateway', 'algorithm', 'cache', 'recipients', 'headerSecret', 'maxBufferedBytes'];
const cacheNames = ['maxAgeMs', 'maxMessages', 'maxBytes', 'maxEntries'];
const openNames = ['context', 'keys', 'identities', 'allowUnauthenticated', 'allowLegacy', 'signal'];

/** @throws KmsConfigurationError `Config.Invalid`, `Config.Missing` */
export function checkEnvelopeOptions(options: EnvelopeOptions): EnvelopeSettings {
  checkOptions('options of Envelope', options, optionNames);
  const { cache, recipients = [], headerSecret, maxBufferedBytes = envelopeLimits.bufferedDefaultBytes } = options;
  const keys = checkTexts('options.keys', options.keys);
  if (keys.length < 1 || keys.length > envelopeLimits.wrappedKeysMax) {
    throw invalidOption(mustBe('options.keys', `1 to ${envelopeLimits.wrappedKeysMax} keys`, String(keys.length)));
  }
  return {
    kms: checkKms(options.kms, keys),
    keys,
    route: checkGateway(options.gateway),
    algorithm: checkAlgorithm(options.algorithm),
    cache: cache === undefined ? undefined : checkCache(cache),
    recipients: checkTexts('options.recipients', recipients).map((text) => readRecipient('options.recipients', text)),
    headerSecret: headerSecret === undefined ? undefined : checkText('options.headerSecret', headerSecret),
    maxBufferedBytes: checkInteger('options.maxBufferedBytes', maxBufferedBytes, 1, envelopeLimits.messageMaxBytes),
  };
}

function checkKms(kms: KmsOfRegions, keys: readonly string[]): KmsOfRegions {
  checkObject('options.kms', kms);
  const regions = [...new Set(keys.map(regionOfArn).filter((region) => region !== undefined))];
  if (isOneClient(kms)) {
    if (regions.length <= 1) return kms;
    const problem = `the keys are in ${regions.join(' and ')}: give options.kms as one client for each region, by its id`;
    throw missingOption(problem);
  }
  const others = Object.entries(kms).filter(([, client]) => typeof client?.describeCall !== 'function');
  if (others.length > 0 || Object.keys(kms).length === 0) {
    const found = others[0] ? `has no Client at ${shown(others[0][0])}` : 'is empty';
    throw invalidOption(`options.kms ${found}: give a Client, or one for each region by its id`);
  }
  const missing = regions.find((region) => !Object.hasOwn(kms, region));
  if (missing === undefined) return { ...kms };
  throw missingOption(`options.kms has no client for ${missing}`);
}

function checkGateway(gateway: unknown): EnvelopeSettings['route'] {
  return gateway === undefined ? {} : { gateway: checkOneOf('options.gateway', gateway, ['instance', 'public']) };
}

function checkAlgorithm(name: unknown = defaultAlgorithm): AlgorithmFacts {
  const facts = typeof name === 'string' ? algorithms.get(name) : undefined;
  if (facts?.mode === 'gcm') return facts;
  const others = facts ? ': CBC and CTR do not show changes, so they are only read' : '';
  throw invalidOption(
    `${mustBe('options.algorithm', `one of ${authenticatedAlgorithms.join(', ')}`, shown(name))}${others}`,
  );
}

function checkCache(cache: EnvelopeCacheOptions): CacheLimits {
  checkOptions('options.cache', cache, cacheNames);
  const { maxAgeMs = 300_000, maxMessages = 1_000_000, maxBytes = 2 ** 40, maxEntries = 1_000 } = cache;
  return {
    maxAgeMs: checkInteger('options.cache.maxAgeMs', maxAgeMs, 1_000, 86_400_000),
    maxMessages: checkInteger('options.cache.maxMessages', maxMessages, 1, envelopeLimits.messagesMax),
    maxBytes: checkInteger('options.cache.maxBytes', maxBytes, 1, Number.MAX_SAFE_INTEGER),
    maxEntries: checkInteger('options.cache.maxEntries', maxEntries, 1, 100_000),
  };
}

/** @param more names of options that the call knows beside those of every encryption */
export function checkSealOptions(options: SealOptions, more: readonly string[] = []) {
  checkOptions('options', options, ['context', 'signal', ...more]);
  return { context: checkContext(options.context), signal: checkedSignal(options.signal) };
}

export function checkOpenOptions(options: OpenOptions) {
  checkOptions('options', options, openNames);
  const { keys, identities, allowUnauthenticated = false, allowLegacy = false } = options;
  const rules: OpenRules = {
    context: checkContext(options.context),
    more: keys === undefined ? undefined : checkTexts('options.keys', keys),
    allowUnauthenticated: checkBoolean('options.allowUnauthenticated', allowUnauthenticated),
    allowLegacy: checkBoolean('options.allowLegacy', allowLegacy),
    signal: checkedSignal(options.signal),
  };
  return { ...rules, identities: identities === undefined ? noIdentities : readIdentities(identities) };
}

const noIdentities: readonly AgeIdentity[] = [];

const readIdentities = (identities: unknown): readonly AgeIdentity[] =>
  checkTexts('options.identities', identities).map((text) => readIdentity('options.identities', text));

export function checkStreamOptions(given: OpenStreamOptions) {
  checkObject('options', given);
  const { releaseUnverified = false, ...options } = given;
  return {
    ...checkOpenOptions(options),
    releaseUnverified: checkBoolean('options.releaseUnverified', releaseUnverified),
  };
}

const checkedSignal = (signal: unknown): AbortSignal | undefined =>
  signal === undefined ? undefined : checkSignal('options.signal', signal);

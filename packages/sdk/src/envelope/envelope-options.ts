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

/** Limits of the data-key cache: how much a data key is used before it is replaced. */
export interface EnvelopeCacheOptions {
  /** Age of a data key, in milliseconds. Default 300,000; 1,000 to 86,400,000. */
  maxAgeMs?: number | undefined;
  /** Messages encrypted with one data key. Default 1,000,000; 1 to 4,294,967,296. Only `maxAgeMs` limits decryption. */
  maxMessages?: number | undefined;
  /** Bytes encrypted with one data key. Default 2^40; 1 to 2^53 - 1. A larger message gets its own data key. */
  maxBytes?: number | undefined;
  /** Data keys in the cache; the least recently used one is removed first. Default 1,000; 1 to 100,000. */
  maxEntries?: number | undefined;
}

/** Options of an `Envelope`. */
export interface EnvelopeOptions {
  /**
   * Calls KMS: a `Client`; for keys in several regions, one client for each region id. With a client key, give ARNs
   * as `keys`, or configure `publicConfig` as well: DescribeKey resolves ids and aliases.
   */
  kms: KmsOfRegions;
  /**
   * The keys: ARNs, or ids and aliases, which are resolved once. The first key generates data keys; each key can decrypt
   * them on its own. 1 to 32, all symmetric.
   */
  keys: readonly string[];
  /** The gateway that has the keys, for a client of both. Default: the one that the client chooses. */
  gateway?: GatewayName | undefined;
  /** How messages of the Encryption SDK are encrypted. Default `AES_GCM_NOPADDING_256`. */
  algorithm?: AuthenticatedAlgorithm | undefined;
  /** Reuses data keys for several messages. Default: no cache; `{}` uses the default limits. */
  cache?: EnvelopeCacheOptions | undefined;
  /** X25519 recipients of age (`age1…`) that can also open age files, without KMS. Default none. */
  recipients?: readonly string[] | undefined;
  /**
   * Name of a secret in KMS that stores one header for all messages of the Encryption SDK; a message is then only its body:
   * 36 bytes longer than the data. The first encryption creates the secret. Default: every message has its own header.
   */
  headerSecret?: string | undefined;
  /**
   * Most bytes of a streamed message that may be buffered in memory until its tag is verified. Default
   * 67,108,864; 1 to 2,147,483,647. Files of age need 64 KiB, whatever their size.
   */
  maxBufferedBytes?: number | undefined;
}

/** Options of every encryption. */
export interface SealOptions {
  /**
   * Names and values that the data belongs to, such as a tenant or the id of a row; not secret. Decryption needs the same
   * ones. `{}`: the data is bound to nothing.
   */
  context: EncryptionContext;
  /** Aborts the call, which rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Options of every decryption. */
export interface OpenOptions {
  /** The same names and values as at encryption; a message with a different context is refused. */
  context: EncryptionContext;
  /** Additional keys that may open the message, e.g. the old keys during a move. Default none. */
  keys?: readonly string[] | undefined;
  /** X25519 identities of age (`AGE-SECRET-KEY-1…`) that may open age files; tried before KMS. Default none. */
  identities?: readonly string[] | undefined;
  /** Reads CBC and CTR, which cannot detect changes. Default false. */
  allowUnauthenticated?: boolean | undefined;
  /** Reads messages from versions of the Encryption SDK for Java before 1.0.7. Default false. */
  allowLegacy?: boolean | undefined;
  /** Aborts the call, which rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Options of decryption as a stream. */
export interface OpenStreamOptions extends OpenOptions {
  /**
   * Outputs the bytes of Java's stream before the tag at its end is verified: do not act on them until the stream has ended
   * without an error. Default false: buffers the stream until then. Files of age are verified chunk by chunk anyway.
   */
  releaseUnverified?: boolean | undefined;
}

/** Validated options. */
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

/** @param more names of options that the call has in addition to those of every encryption */
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

import { Duplex, type Transform } from 'node:stream';
import type { ReadableWritablePair } from 'node:stream/web';
import { checkOneOf, invalidOption, kindOf, mustBe } from '../checks.js';
import {
  checkEnvelopeOptions,
  checkOpenOptions,
  checkSealOptions,
  checkStreamOptions,
  type EnvelopeOptions,
  type OpenOptions,
  type OpenStreamOptions,
  type SealOptions,
} from './envelope-options.js';
import { detectFormat, type MessageFormat } from './formats/detect-format.js';
import type { CacheCounters } from './keys/material-cache.js';
import { MessageKeys } from './keys/message-keys.js';
import { WrappingKeys } from './keys/wrapping-keys.js';
import { malformed } from './malformed.js';
import { MessageCodec, type OpenedFacts, type WrittenFormat } from './message-codec.js';
import { bytesOfData, bytesOfMessage, messageText } from './message-text.js';
import { type DecryptedMessage, decryptedMessage } from './open-message.js';
import { beginReEncryption, type ReEncryption } from './re-encrypt.js';
import {
  type ReEncryptAllOptions,
  type ReEncryptResult,
  type ReEncryptSource,
  reEncryptAll,
} from './re-encrypt-all.js';
import { Beginning } from './streams/beginning.js';
import { transformAll } from './streams/byte-transform.js';
import { ByteStream } from './streams/node-stream.js';

/** Options of `encrypt`. */
export interface EncryptOptions extends SealOptions {
  /**
   * `asn1`: the message format of the Encryption SDKs for Java and Python. `java-stream`: the stream format of the SDK for
   * Java. `age`: age v1, verified in chunks of 64 KiB. Default `asn1`.
   */
  format?: WrittenFormat | undefined;
}

/** Options of `encryptStream`. */
export interface EncryptStreamOptions extends SealOptions {
  /** As in `encrypt`. Default `age`. */
  format?: 'age' | 'java-stream' | undefined;
}

/** A web stream, for `readable.pipeThrough(…)`. */
export type WebTransform = ReadableWritablePair<Uint8Array, Uint8Array>;

/**
 * Envelope encryption: encrypts data of any size locally with a data key. KMS encrypts the data key under your keys, and it
 * travels with the data.
 *
 * Messages have the formats of Alibaba Cloud's Encryption SDKs; streams are files of age v1 by default. Decryption
 * recognises the format by the first bytes. The constructor only checks its options.
 *
 * Every call can fail with the errors of the client, and decryption with `KmsEnvelopeError` (not a message, bound to a
 * different context, or of a kind that must be allowed explicitly), `KmsIntegrityError` (changed) or `KmsUnwrapError` (no
 * key opens it).
 *
 * @throws {KmsConfigurationError} `Config.Invalid`, `Config.Missing`
 * @example
 * ```ts
 * const envelope = new Envelope({ kms: client, keys: ['alias/app'] });
 * const message = await envelope.encrypt(data, { context: { tenant: '42' } });
 * const { plaintext } = await envelope.decrypt(message, { context: { tenant: '42' } });
 * ```
 * @see https://www.alibabacloud.com/help/en/kms/key-management-service/user-guide/use-envelope-encryption
 */
export class Envelope {
  readonly #keys: MessageKeys;
  readonly #codec: MessageCodec;
  readonly #wrapping: WrappingKeys;
  readonly #references: readonly string[];
  readonly #maxBufferedBytes: number;

  constructor(options: EnvelopeOptions) {
    const settings = checkEnvelopeOptions(options);
    this.#references = settings.keys;
    this.#maxBufferedBytes = settings.maxBufferedBytes;
    this.#wrapping = new WrappingKeys(settings.kms, settings.keys, settings.route);
    this.#keys = new MessageKeys(this.#wrapping, settings);
    this.#codec = new MessageCodec(this.#wrapping, this.#keys, settings.recipients);
  }

  /**
   * Encrypts data in memory.
   *
   * @param data a string is taken as UTF-8; up to 2^31 - 1 bytes
   * @returns the message: everything that decryption needs except the keys and the context
   * @throws {KmsConfigurationError} `Config.Invalid`, `Config.Missing`, `Request.Invalid`
   * @throws {KmsEnvelopeError} `Envelope.LimitExceeded`
   * @example
   * ```ts
   * const message = await envelope.encrypt('4111 1111 1111 1111', { context: { table: 'cards', row: '17' } });
   * ```
   */
  async encrypt(data: Uint8Array | string, options: EncryptOptions): Promise<Uint8Array> {
    const { context, signal } = checkSealOptions(options, ['format']);
    const format = checkFormat(options.format, ['asn1', 'java-stream', 'age'] as const);
    const plaintext = bytesOfData(data);
    signal?.throwIfAborted();
    if (format === 'asn1') return this.#codec.seal(plaintext, context, signal);
    const plan = { maxBufferedBytes: Infinity, bytes: plaintext.length };
    return transformAll(new Beginning(this.#codec.sealing(format, context, plan, signal)), plaintext);
  }

  /**
   * Decrypts a message of any format.
   *
   * @param message bytes, or text of `encryptText`
   * @throws {KmsEnvelopeError} `Envelope.Malformed`, `Envelope.ContextMismatch`, `Envelope.NotAllowed`, `Envelope.Unsupported`
   * @throws {KmsIntegrityError} `Envelope.IntegrityFailed`
   * @throws {KmsUnwrapError} `Envelope.NoUsableKey`
   * @example
   * ```ts
   * const { plaintext } = await envelope.decrypt(message, { context: { table: 'cards', row: '17' } });
   * ```
   */
  async decrypt(message: Uint8Array | string, options: OpenOptions): Promise<DecryptedMessage> {
    const rules = checkOpenOptions(options);
    const bytes = bytesOfMessage(message);
    rules.signal?.throwIfAborted();
    const format = detectFormat(bytes, true) as MessageFormat;
    const context = rules.context.entries;
    if (format === 'asn1' || format === 'asn1-body') {
      const { plaintext, algorithm, keyArn } = await this.#codec.open(bytes, format, rules);
      return decryptedMessage({ plaintext, context, format, algorithm, keyArn });
    }
    let facts: OpenedFacts = { format };
    const plan = { maxBufferedBytes: Infinity, releaseUnverified: false };
    const opening = this.#codec.opening(rules, plan, (found) => {
      facts = found;
    });
    const plaintext = await transformAll(new Beginning(opening), bytes);
    return decryptedMessage({ plaintext, context, ...facts });
  }

  /**
   * {@link encrypt} for columns, headers and URLs.
   *
   * @param text taken as UTF-8
   * @returns base64url without padding; shortest with `headerSecret`
   * @example
   * ```ts
   * row.phone = await envelope.encryptText(phone, { context: { table: 'customers', id: row.id } });
   * ```
   */
  async encryptText(text: string, options: SealOptions): Promise<string> {
    if (typeof text !== 'string')
      throw invalidOption(`${mustBe('text', 'a string', kindOf(text))}: encrypt takes bytes`);
    return messageText(await this.encrypt(text, options));
  }

  /**
   * Decrypts a message of {@link encryptText}.
   *
   * @throws as {@link decrypt}; {@link KmsEnvelopeError} `Envelope.Malformed` if the data is not UTF-8
   */
  async decryptText(message: string, options: OpenOptions): Promise<string> {
    const { plaintext } = await this.decrypt(message, options);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plaintext);
    } catch {
      throw malformed('the plaintext is not text: use decrypt');
    }
  }

  /**
   * A Node.js stream that encrypts what is written to it, with constant memory for any length.
   *
   * @throws {KmsConfigurationError} `Config.Invalid`; everything else comes from the stream
   * @example
   * ```ts
   * await pipeline(createReadStream('backup.tar'), envelope.encryptStream({ context }), createWriteStream('backup.tar.age'));
   * ```
   */
  encryptStream(options: EncryptStreamOptions): Transform {
    const { context, signal } = checkSealOptions(options, ['format']);
    const format = checkFormat(options.format, ['age', 'java-stream'] as const);
    const plan = { maxBufferedBytes: this.#maxBufferedBytes };
    return new ByteStream((own) => new Beginning(this.#codec.sealing(format, context, plan, own)), signal);
  }

  /**
   * A Node.js stream that decrypts a message of any format. It outputs only verified bytes: a file of age chunk by chunk,
   * everything else once it is complete, up to `maxBufferedBytes`. A truncated message ends with an error.
   *
   * @throws {KmsConfigurationError} `Config.Invalid`; everything else comes from the stream
   * @example
   * ```ts
   * await pipeline(createReadStream('backup.tar.age'), envelope.decryptStream({ context }), createWriteStream('backup.tar'));
   * ```
   */
  decryptStream(options: OpenStreamOptions): Transform {
    const { releaseUnverified, ...rules } = checkStreamOptions(options);
    const plan = { maxBufferedBytes: this.#maxBufferedBytes, releaseUnverified };
    return new ByteStream((signal) => new Beginning(this.#codec.opening({ ...rules, signal }, plan)), rules.signal);
  }

  /** {@link encryptStream} for web streams: `readable.pipeThrough(envelope.encryptWebStream({ context }))`. */
  encryptWebStream(options: EncryptStreamOptions): WebTransform {
    return Duplex.toWeb(this.encryptStream(options)) as WebTransform;
  }

  /** {@link decryptStream} for web streams. */
  decryptWebStream(options: OpenStreamOptions): WebTransform {
    return Duplex.toWeb(this.decryptStream(options)) as WebTransform;
  }

  /**
   * Re-encrypts the data key of a message under the keys of this envelope. The encrypted data stays as it is, so the cost
   * does not depend on its size; anyone who has had the data key can still read it. Other recipients of a file of age
   * stay; `recipients` of this envelope are not added, because they apply only to new files.
   *
   * @param options as in {@link decrypt}; `keys` are the current keys of the message
   * @returns the new message: text if `message` is text
   * @throws as {@link decrypt}; `Envelope.NotAllowed` for a message whose header is in a secret
   * @example
   * ```ts
   * const moved = await envelope.reEncrypt(message, { context, keys: [formerKeyArn] });
   * ```
   */
  async reEncrypt(message: Uint8Array, options: OpenOptions): Promise<Uint8Array>;
  async reEncrypt(message: string, options: OpenOptions): Promise<string>;
  async reEncrypt(message: Uint8Array | string, options: OpenOptions): Promise<Uint8Array | string>;
  async reEncrypt(message: Uint8Array | string, options: OpenOptions): Promise<Uint8Array | string> {
    const rules = checkOpenOptions(options);
    const bytes = bytesOfMessage(message);
    rules.signal?.throwIfAborted();
    const work = this.#reEncryption(rules.identities, Infinity);
    const begin = (part: Uint8Array, ended: boolean) => beginReEncryption(work, part, ended, rules);
    const moved = await transformAll(new Beginning(begin), bytes);
    return typeof message === 'string' ? messageText(moved) : moved;
  }

  /** {@link reEncrypt} as a Node.js stream, for files. */
  reEncryptStream(options: OpenOptions): Transform {
    const rules = checkOpenOptions(options);
    const work = this.#reEncryption(rules.identities, this.#maxBufferedBytes);
    return new ByteStream((signal) => {
      return new Beginning((bytes, ended) => beginReEncryption(work, bytes, ended, { ...rules, signal }));
    }, rules.signal);
  }

  /**
   * {@link reEncrypt} for all entries of a source, several at a time, with results in the order of the source. To resume,
   * pass the `checkpoint` of the last stored result as `skip`.
   *
   * @example
   * ```ts
   * for await (const { id, message, checkpoint } of envelope.reEncryptAll(rows(), { keys: [formerKeyArn] })) {
   *   await store(id, message, checkpoint);
   * }
   * ```
   */
  reEncryptAll<Id>(
    source: ReEncryptSource<Id>,
    options: ReEncryptAllOptions,
  ): AsyncGenerator<ReEncryptResult<Id>, void, undefined> {
    return reEncryptAll((message, own) => this.reEncrypt(message, own), source, options);
  }

  /** Counters of the data-key caches; all zero without `cache`. */
  get cacheCounters(): { encrypt: CacheCounters; decrypt: CacheCounters } {
    return this.#keys.counters;
  }

  /** Zeroes and forgets all cached data keys. Later calls work, without a cache; the client is not closed. */
  close(): void {
    this.#keys.close();
  }

  /** {@link close}, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Envelope { keys: [ ${this.#references.join(', ')} ] }`;
  }

  #reEncryption(identities: ReEncryption['identities'], maxBufferedBytes: number): ReEncryption {
    return { keys: this.#wrapping, messageKeys: this.#keys, identities, maxBufferedBytes };
  }
}

/** The first format is the default. */
function checkFormat<Format extends string>(format: unknown, formats: readonly [Format, ...Format[]]): Format {
  return format === undefined ? formats[0] : checkOneOf('options.format', format, formats);
}

import { randomBytes } from 'node:crypto';
import { KmsEnvelopeError, KmsIntegrityError } from '../../errors.js';
import type { AlgorithmFacts } from '../algorithms.js';
import { loadLibrary, needsLibrary } from '../body-cipher.js';
import { type Context, legacyContextBytes, requireContext } from '../context.js';
import { encodeHeader, parseHeader } from '../formats/asn1.js';
import { acceptsUnauthenticatedHeader, fromLegacyText, verifyLegacyHeader } from '../formats/legacy.js';
import {
  headerIvBytes,
  headerTagBytes,
  type MessageHeader,
  sealHeader,
  verifyHeader,
} from '../formats/message-header.js';
import { malformed } from '../malformed.js';
import { HeaderSecret } from './header-secret.js';
import type { Material } from './material.js';
import type { CacheCounters, CacheLimits } from './material-cache.js';
import { MaterialCache } from './material-cache.js';
import type { WrappingKeys } from './wrapping-keys.js';

/** Which keys may open a message, and which kinds of messages are allowed. */
export interface OpenRules {
  readonly context: Context;
  /** Keys in addition to those of the envelope. */
  readonly more?: readonly string[];
  readonly allowUnauthenticated: boolean;
  readonly allowLegacy: boolean;
  readonly signal?: AbortSignal;
}

const none: CacheCounters = { hits: 0, misses: 0, fetches: 0, failures: 0, entries: 0 };

/** Data keys of messages: generated, unwrapped, and cached if configured. Callers must release what they get. */
export class MessageKeys {
  readonly #wrapping: WrappingKeys;
  readonly #algorithm: AlgorithmFacts;
  readonly #sealing?: MaterialCache;
  readonly #opening?: MaterialCache;
  readonly secret?: HeaderSecret;

  constructor(
    wrapping: WrappingKeys,
    { algorithm, cache, headerSecret }: { algorithm: AlgorithmFacts; cache?: CacheLimits; headerSecret?: string },
  ) {
    this.#wrapping = wrapping;
    this.#algorithm = algorithm;
    if (headerSecret !== undefined) this.secret = new HeaderSecret(headerSecret, wrapping);
    if (!cache) return;
    this.#sealing = new MaterialCache(cache);
    // The limits on encryption with a key do not apply to decryption.
    this.#opening = new MaterialCache({ ...cache, maxMessages: Infinity, maxBytes: Infinity });
  }

  get counters(): { encrypt: CacheCounters; decrypt: CacheCounters } {
    return { encrypt: this.#sealing?.counters ?? none, decrypt: this.#opening?.counters ?? none };
  }

  close(): void {
    this.#sealing?.close();
    this.#opening?.close();
  }

  /** The data key for a new message of `bytes`. */
  async forSealing(context: Context, bytes: number, signal: AbortSignal | undefined): Promise<Material> {
    const fetch = (own?: AbortSignal) => (this.secret ? this.#ofSecret(context, own) : this.#generate(context, own));
    if (!this.#sealing) return fetch(signal);
    const name = Buffer.from(context.bytes).toString('latin1');
    return this.#sealing.find(name, bytes, fetch) ?? this.#sealing.fetch(name, bytes, fetch, signal);
  }

  /** The data key of a message. Checks the rules before it calls KMS. */
  forOpening(headerDer: Uint8Array, rules: OpenRules): Promise<Material> {
    return this.#open(latin1(headerDer), async () => headerDer, rules);
  }

  /** The data key of a message whose header is in the secret. */
  forOpeningBody(rules: OpenRules): Promise<Material> {
    const { secret } = this;
    if (!secret) throw malformed('its header is in a secret of KMS, and the envelope was given no headerSecret');
    return this.#open('secret', (signal) => secret.read({ signal }), rules);
  }

  /** @param name cache name of what `read` reads */
  async #open(name: string, read: (signal?: AbortSignal) => Promise<Uint8Array>, rules: OpenRules): Promise<Material> {
    const fetch = async (signal?: AbortSignal) => {
      const header = parseHeader(await read(signal));
      checkRules(header, rules);
      return this.#unwrap(header, { ...rules, signal });
    };
    if (!this.#opening) return fetch(rules.signal);
    // The rules are part of the name, so cached entries have been checked against them.
    const whole = `${nameOf(rules)}${name}`;
    return this.#opening.find(whole, 0, fetch) ?? this.#opening.fetch(whole, 0, fetch, rules.signal);
  }

  async #generate(context: Context, signal: AbortSignal | undefined): Promise<Material> {
    const algorithm = this.#algorithm;
    if (needsLibrary(algorithm)) await loadLibrary();
    const { key, wrappedKeys } = await this.#wrapping.generate(algorithm.keyBytes, context.entries, { signal });
    const iv = randomBytes(headerIvBytes);
    const header = sealHeader(key.bytes, { algorithm, wrappedKeys, context, iv });
    return { key, header, headerDer: encodeHeader(header), context, aad: context.bytes };
  }

  async #ofSecret(context: Context, signal: AbortSignal | undefined): Promise<Material> {
    const make = async () => {
      const { key, headerDer } = await this.#generate(context, signal);
      key.release();
      return headerDer;
    };
    const headerDer = await (this.secret as HeaderSecret).readOrCreate(make, { signal });
    // The algorithm comes from the secret, so it must be one that may be written.
    const rules = { context, allowUnauthenticated: false, allowLegacy: false, signal };
    const header = parseHeader(headerDer);
    checkRules(header, rules);
    return this.#unwrap(header, rules);
  }

  async #unwrap(
    given: MessageHeader,
    { more, allowLegacy, allowUnauthenticated, signal }: OpenRules,
  ): Promise<Material> {
    const { algorithm, context } = given;
    if (needsLibrary(algorithm)) await loadLibrary();
    const texts = allowLegacy ? fromLegacyText(given.wrappedKeys) : undefined;
    const header = texts ? { ...given, wrappedKeys: texts } : given;
    const { wrappedKeys } = header;
    const opened = await this.#wrapping.unwrap(wrappedKeys, algorithm.keyBytes, context.entries, { more, signal });
    const { bytes } = opened.key;
    const material = { ...opened, header, headerDer: encodeHeader(header), context };
    if (verifyHeader(bytes, header)) return { ...material, aad: context.bytes };
    const isLegacy =
      allowLegacy &&
      (verifyLegacyHeader(bytes, header) || (allowUnauthenticated && acceptsUnauthenticatedHeader(bytes, header)));
    if (isLegacy) return { ...material, aad: legacyContextBytes(context) };
    opened.key.release();
    throw new KmsIntegrityError();
  }
}

function checkRules(header: MessageHeader, { context, allowUnauthenticated, allowLegacy }: OpenRules): void {
  const { algorithm, iv, tag } = header;
  if (algorithm.mode !== 'gcm' && !allowUnauthenticated) {
    throw new KmsEnvelopeError(
      'Envelope.NotAllowed',
      `the message was encrypted with ${algorithm.name}, which does not show changes: allowUnauthenticated reads it anyway`,
    );
  }
  if (!allowLegacy && (iv.length !== headerIvBytes || tag.length !== headerTagBytes)) {
    throw malformed('IV or tag of its header have another length (allowLegacy reads what Java wrote before 1.0.7)');
  }
  requireContext(header.context, context);
}

const nameOf = ({ context, more, allowUnauthenticated, allowLegacy }: OpenRules): string =>
  `${Number(allowUnauthenticated)}${Number(allowLegacy)}${more ? JSON.stringify(more) : ''} ${latin1(context.bytes)}`;

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

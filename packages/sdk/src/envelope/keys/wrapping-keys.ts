import { missingOption } from '../../checks.js';
import type { OperationOptions } from '../../client/call-options.js';
import type { EncryptionContext } from '../../client/response.js';
import { KmsUnwrapError } from '../../errors.js';
import { isError } from '../../util/value-kinds.js';
import type { WrappedKey } from '../formats/message-header.js';
import { type CallContext, type EnvelopeKms, KmsCalls } from './kms-calls.js';
import { DataKey } from './material.js';

/** A resolved KMS key. */
export interface KeyName {
  /** `acs:kms:<region>:<account>:key/<id>`. */
  readonly arn: string;
  readonly regionId: string;
  readonly keyId: string;
}

/** The parts of a key's ARN; undefined for anything else, such as the ARN of an alias. */
function parseKeyArn(arn: string): KeyName | undefined {
  const [, regionId, keyId] = /^acs:kms:([^:/\s]+):[^:/\s]+:key\/([^:/\s]+)$/.exec(arn) ?? [];
  return regionId && keyId ? { arn, regionId, keyId } : undefined;
}

/** Region in the ARN of a key or an alias. */
export const regionOfArn = (text: string): string | undefined =>
  /^acs:kms:([^:/\s]+):[^:/\s]+:(?:key|alias)\/\S+$/.exec(text)?.[1];

/** One client for all keys, or one for each region id. */
export type KmsOfRegions = EnvelopeKms | Readonly<Record<string, EnvelopeKms>>;

/** The keys that wrap data keys, and the clients that reach them. */
export class WrappingKeys {
  readonly #kms: KmsOfRegions;
  /** The gateway for cryptography and secrets. */
  readonly route: Pick<OperationOptions, 'gateway'>;
  readonly #references: readonly string[];
  readonly #calls = new Map<string, KmsCalls>();
  readonly #names = new Map<string, Promise<KeyName>>();

  /** @param references ids, aliases or ARNs of keys; the first one generates data keys */
  constructor(kms: KmsOfRegions, references: readonly string[], route: WrappingKeys['route'] = {}) {
    this.#kms = kms;
    this.route = route;
    this.#references = references;
  }

  /** The keys by ARN. Ids and aliases are resolved once; a failed lookup is retried the next time. */
  async names(more: readonly string[] = []): Promise<KeyName[]> {
    const names = await Promise.all([...this.#references, ...more].map((reference) => this.#name(reference)));
    return [...new Map(names.map((name) => [name.arn, name])).values()];
  }

  /** A new data key, encrypted under all keys. */
  async generate(numberOfBytes: number, context: EncryptionContext, options: CallContext) {
    const names = await this.names();
    const main = names[0] as KeyName;
    const { plaintext, ciphertextBlob } = await this.#callsTo(main).generate(
      main.keyId,
      numberOfBytes,
      context,
      options,
    );
    const key = new DataKey(checkLength(plaintext, numberOfBytes, main));
    try {
      const others = await this.#wrap(names.slice(1), key, context, options);
      return { key, wrappedKeys: [{ keyArn: main.arn, ciphertextBlob }, ...others] as readonly WrappedKey[] };
    } catch (error) {
      key.release();
      throw error;
    }
  }

  /** Encrypts an existing data key under all keys. */
  async wrap(key: DataKey, context: EncryptionContext, options: CallContext): Promise<readonly WrappedKey[]> {
    return this.#wrap(await this.names(), key, context, options);
  }

  /**
   * Decrypts the data key with the first key that succeeds.
   *
   * @param more keys that may open it in addition to those of the envelope
   * @throws KmsUnwrapError `Envelope.NoUsableKey`, with the error of each key
   */
  async unwrap(
    wrappedKeys: readonly WrappedKey[],
    numberOfBytes: number,
    context: EncryptionContext,
    { more, ...options }: CallContext & { more?: readonly string[] },
  ): Promise<{ key: DataKey; keyArn: string }> {
    const errors: unknown[] = [];
    for (const name of await this.names(more)) {
      const wrapped = wrappedKeys.find(({ keyArn }) => keyArn === name.arn);
      if (!wrapped) continue;
      try {
        const { ciphertextBlob } = wrapped;
        const plaintext = await this.#callsTo(name).unwrap(name.keyId, ciphertextBlob, context, options);
        return { key: new DataKey(checkLength(plaintext, numberOfBytes, name)), keyArn: name.arn };
      } catch (error) {
        options.signal?.throwIfAborted();
        errors.push(error);
      }
    }
    throw noUsableKey(wrappedKeys, errors);
  }

  #wrap(names: readonly KeyName[], key: DataKey, context: EncryptionContext, options: CallContext) {
    return Promise.all(
      names.map(async (name): Promise<WrappedKey> => {
        const ciphertextBlob = await this.#callsTo(name).wrap(name.keyId, key.bytes, context, options);
        return { keyArn: name.arn, ciphertextBlob };
      }),
    );
  }

  async #name(reference: string): Promise<KeyName> {
    const known = parseKeyArn(reference);
    if (known) return known;
    let name = this.#names.get(reference);
    if (!name) {
      name = this.#lookUp(reference).catch((error) => {
        this.#names.delete(reference);
        throw error;
      });
      this.#names.set(reference, name);
    }
    return name;
  }

  async #lookUp(reference: string): Promise<KeyName> {
    const { keyMetadata } = await clientOf(this.#kms, regionOfArn(reference), reference).describeKey({
      keyId: reference,
    });
    const found = parseKeyArn(keyMetadata.arn);
    if (found) return found;
    throw new KmsUnwrapError(`${reference}: KMS returned an ARN that is not that of a key, ${keyMetadata.arn}`);
  }

  /** The client for a key's region. */
  client({ regionId, arn }: KeyName): EnvelopeKms {
    return clientOf(this.#kms, regionId, arn);
  }

  #callsTo(name: KeyName): KmsCalls {
    let calls = this.#calls.get(name.regionId);
    if (!calls) {
      calls = new KmsCalls(this.client(name), this.route);
      this.#calls.set(name.regionId, calls);
    }
    return calls;
  }
}

export const isOneClient = (kms: KmsOfRegions): kms is EnvelopeKms => typeof kms.describeCall === 'function';

function clientOf(kms: KmsOfRegions, regionId: string | undefined, key: string): EnvelopeKms {
  if (isOneClient(kms)) return kms;
  const client = regionId === undefined ? undefined : kms[regionId];
  if (client) return client;
  const problem = regionId === undefined ? `the key ${key} names no region: give its ARN` : `no client for ${regionId}`;
  throw missingOption(`kms has ${Object.keys(kms).join(', ') || 'no client'}; ${problem}`);
}

function checkLength(key: Uint8Array, wanted: number, { arn }: KeyName): Uint8Array {
  if (key.length === wanted) return key;
  throw new KmsUnwrapError(`KMS answered a data key of ${key.length} bytes instead of ${wanted} (${arn})`);
}

function noUsableKey(wrappedKeys: readonly WrappedKey[], errors: readonly unknown[]): KmsUnwrapError {
  const arns = wrappedKeys.map(({ keyArn }) => keyArn).join(', ');
  if (errors.length === 0) {
    return new KmsUnwrapError(`no key of this envelope can open the message: it is encrypted under ${arns || 'none'}`);
  }
  const reasons = errors.map((error) => (isError(error) ? error.message : String(error))).join('; ');
  return new KmsUnwrapError(`no key could open the message: ${reasons}`, errors);
}

import type { InspectOptions } from 'node:util';
import { KmsSecretError } from '../errors.js';

/** Input for a `Secret`: for hooks, your own stores, and tests. */
export interface SecretInit {
  name: string;
  versionId: string;
  /** The value: text, or bytes for a secret with data type `binary`. */
  value: string | Uint8Array;
  /** Stage labels of the version. Default none. */
  versionStages?: readonly string[] | undefined;
  /** `Generic`, `Rds`, `Redis`, … Default `Generic`. */
  secretType?: string | undefined;
  createTime?: Date | undefined;
  /** Managed secrets only. */
  automaticRotation?: string | undefined;
  /** Managed secrets only, e.g. `604800s`. */
  rotationInterval?: string | undefined;
  /** Managed secrets only. */
  nextRotationDate?: Date | undefined;
  /** Managed secrets only: their settings. */
  extendedConfig?: Readonly<Record<string, unknown>> | undefined;
}

const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

/**
 * One version of a secret. Immutable: bytes and dates are returned as copies. Printing it and `JSON.stringify` omit the
 * value.
 *
 * @example
 * ```ts
 * const secret = await secrets.get('app/db');
 * secret.versionId; // v7
 * JSON.parse(secret.text).password;
 * ```
 */
export class Secret {
  readonly name: string;
  readonly versionId: string;
  readonly versionStages: readonly string[];
  readonly secretType: string;
  readonly automaticRotation?: string;
  readonly rotationInterval?: string;
  readonly #value: string | Uint8Array;
  readonly #init: SecretInit;

  /** @param init is copied, so that later changes to it have no effect */
  constructor(init: SecretInit) {
    this.name = init.name;
    this.versionId = init.versionId;
    this.versionStages = Object.freeze([...(init.versionStages ?? [])]);
    this.secretType = init.secretType ?? 'Generic';
    this.automaticRotation = init.automaticRotation;
    this.rotationInterval = init.rotationInterval;
    this.#value = typeof init.value === 'string' ? init.value : Uint8Array.from(init.value);
    this.#init = { ...init, value: '', extendedConfig: structuredClone(init.extendedConfig) };
    Object.freeze(this);
  }

  /** `text`, or `binary`, which has only `bytes`. */
  get dataType(): 'text' | 'binary' {
    return typeof this.#value === 'string' ? 'text' : 'binary';
  }

  /**
   * The value of a text secret, unparsed, even if it is a JSON number, string or list.
   *
   * @throws {KmsSecretError} `Secret.NotText`
   */
  get text(): string {
    if (typeof this.#value === 'string') return this.#value;
    throw new KmsSecretError('Secret.NotText', `${this.name} is a binary secret: read its bytes`, {
      secretName: this.name,
    });
  }

  /** The value as bytes: UTF-8 for a text secret. A new copy each time. */
  get bytes(): Uint8Array {
    return typeof this.#value === 'string' ? new TextEncoder().encode(this.#value) : Uint8Array.from(this.#value);
  }

  /** When the version was created. */
  get createTime(): Date | undefined {
    return copyOf(this.#init.createTime);
  }

  /** Managed secrets only. */
  get nextRotationDate(): Date | undefined {
    return copyOf(this.#init.nextRotationDate);
  }

  /** Managed secrets only: their settings. A new copy each time. */
  get extendedConfig(): Record<string, unknown> | undefined {
    return structuredClone(this.#init.extendedConfig);
  }

  /** The same version with another value: for hooks that keep values encrypted in memory. */
  with(value: string | Uint8Array): Secret {
    return new Secret({ ...this.#init, value });
  }

  /** What `JSON.stringify` writes: everything except the value and the settings. */
  toJSON(): Record<string, unknown> {
    const { name, versionId, versionStages, secretType, dataType, createTime } = this;
    return { name, versionId, versionStages, secretType, dataType, createTime };
  }

  /** What `util.inspect` shows: everything except the value and the settings. */
  [inspectCustom](
    _depth: number,
    options: InspectOptions,
    inspect: (value: unknown, options: InspectOptions) => string,
  ): string {
    return `Secret ${inspect(this.toJSON(), options)}`;
  }
}

const copyOf = (date: Date | undefined): Date | undefined => date && new Date(date);

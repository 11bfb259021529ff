import type { InstanceApi } from '../model/generated/instance-messages.js';
import { isBytes } from '../util/value-kinds.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';
import type { TransferMetadata } from './api-generation.js';
import { invalidParameter, missingParameter, onlyPublic } from './refusals.js';
import { decodeText, encodeText, type TextCodec } from './text-encoding.js';

/** Response of an operation of the instance. */
export interface InstanceResponse {
  /** Fields by wire name, without those that have the default of their type. */
  answer: Record<string, unknown>;
  /** The key version that was used, from the response header. */
  keyVersionId?: string;
  metadata: TransferMetadata;
}

/** Calls an operation of the instance, with the options of the call. */
export type SendToInstance = (
  api: InstanceApi,
  message: Readonly<Record<string, unknown>>,
  requestHeaders?: Readonly<Record<string, string>>,
) => Promise<InstanceResponse>;

/** A call of KMS 1.0 to the instance: reads its parameters, by wire name, as KMS 1.0 does. */
export class InstanceCall {
  readonly action: string;
  readonly codec: TextCodec;
  /** How a new ciphertext is bound to its context. */
  readonly contextBinding: EncryptionContextBinding;
  readonly send: SendToInstance;
  readonly #parameters: Readonly<Record<string, unknown>>;

  constructor(
    action: string,
    parameters: Readonly<Record<string, unknown>>,
    {
      codec,
      contextBinding,
      send,
    }: { codec: TextCodec; contextBinding: EncryptionContextBinding; send: SendToInstance },
  ) {
    this.action = action;
    this.codec = codec;
    this.contextBinding = contextBinding;
    this.send = send;
    this.#parameters = parameters;
    // A dry run must not execute the call.
    if (this.flag('DryRun')) throw onlyPublic(action, 'DryRun');
    if (this.has('Recipient')) throw onlyPublic(action, 'Recipient');
  }

  has(name: string): boolean {
    const value = this.#parameters[name];
    return value !== undefined && value !== null && value !== '';
  }

  /** @throws KmsServiceError `MissingParameter`, `InvalidParameter` */
  text(name: string): string {
    return this.optionalText(name) ?? this.#missing(name);
  }

  optionalText(name: string): string | undefined {
    if (!this.has(name)) return undefined;
    const value = this.#parameters[name];
    if (typeof value === 'string') return value;
    throw invalidParameter(this.action, name);
  }

  /** Text in the encoding of the call; bytes as they are. */
  encoded(name: string): Uint8Array {
    const value = this.#parameters[name];
    return isBytes(value) ? value : this.encode(name, this.text(name));
  }

  encode(name: string, text: string): Uint8Array {
    return encodeText(this.action, name, this.codec, text);
  }

  /** Decodes bytes in the encoding of the call. */
  decode(name: string, bytes: Uint8Array): string {
    return decodeText(this.action, name, this.codec, bytes);
  }

  /** Decodes base64; bytes as they are. */
  base64(name: string): Uint8Array {
    const value = this.#parameters[name];
    if (isBytes(value) && value.length > 0) return value;
    const text = this.text(name).replace(/\s/g, '');
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw invalidParameter(this.action, name);
    return Buffer.from(text, 'base64');
  }

  /** An integer, or text with one; 0 and empty text count as absent. */
  optionalNumber(name: string): number | undefined {
    if (!this.has(name)) return undefined;
    const number = Number(this.#parameters[name]);
    if (!Number.isSafeInteger(number) || number < 0) throw invalidParameter(this.action, name);
    return number === 0 ? undefined : number;
  }

  flag(name: string): boolean {
    const value = this.#parameters[name];
    return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
  }

  /** A parameter, unchanged. */
  raw(name: string): unknown {
    return this.has(name) ? this.#parameters[name] : undefined;
  }

  #missing(name: string): never {
    throw missingParameter(this.action, name);
  }
}

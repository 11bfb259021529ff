import { KmsEnvelopeError } from '../errors.js';
import { type AgeOpeners, openAgeFile, sealAgeFile } from './age/age-file.js';
import type { AgeRecipient } from './age/x25519.js';
import type { EnvelopeAlgorithm } from './algorithms.js';
import type { Context } from './context.js';
import { detectFormat, type MessageFormat } from './formats/detect-format.js';
import type { MessageKeys, OpenRules } from './keys/message-keys.js';
import type { WrappingKeys } from './keys/wrapping-keys.js';
import { envelopeLimits } from './limits.js';
import { openJavaStream, openMessage } from './open-message.js';
import { javaStreamSealer, sealMessage } from './seal-message.js';
import type { Begin, Begun } from './streams/beginning.js';
import { Whole } from './streams/byte-transform.js';

/** A format that callers can choose; an envelope with `headerSecret` writes bodies alone. */
export type WrittenFormat = Extract<MessageFormat, 'asn1' | 'java-stream' | 'age'>;

/** What opening a message revealed about it. */
export interface OpenedFacts {
  format: MessageFormat;
  algorithm?: EnvelopeAlgorithm;
  keyArn?: string;
}

/** Writes and reads messages in all formats, whole or as streams. */
export class MessageCodec {
  readonly #wrapping: WrappingKeys;
  readonly #keys: MessageKeys;
  readonly #recipients: readonly AgeRecipient[];

  constructor(wrapping: WrappingKeys, keys: MessageKeys, recipients: readonly AgeRecipient[]) {
    this.#wrapping = wrapping;
    this.#keys = keys;
    this.#recipients = recipients;
  }

  /** A whole message of the Encryption SDK. */
  async seal(plaintext: Uint8Array, context: Context, signal: AbortSignal | undefined): Promise<Uint8Array> {
    if (plaintext.length > envelopeLimits.messageMaxBytes) {
      const problem = `one message takes at most ${envelopeLimits.messageMaxBytes} bytes: use encryptStream`;
      throw new KmsEnvelopeError('Envelope.LimitExceeded', problem);
    }
    this.#keys.secret?.countMessage();
    const material = await this.#keys.forSealing(context, plaintext.length, signal);
    try {
      return sealMessage(material, plaintext, !this.#keys.secret);
    } finally {
      material.key.release();
    }
  }

  /**
   * Starts a message that is written as a stream.
   *
   * @param plan `bytes`: its length; if unknown, the limits of a data key cannot be checked, so it gets its own data key
   */
  sealing(
    format: 'java-stream' | 'age',
    context: Context,
    { maxBufferedBytes, bytes = Infinity }: { maxBufferedBytes: number; bytes?: number },
    signal?: AbortSignal,
  ): Begin {
    return async (): Promise<Begun> => {
      if (format === 'age') return sealAgeFile(this.#wrapping, this.#recipients, context, signal);
      this.#keys.secret?.countMessage();
      const material = await this.#keys.forSealing(context, bytes, signal);
      return { used: 0, ...javaStreamSealer(material, !this.#keys.secret, maxBufferedBytes) };
    };
  }

  /** Opens a whole message of the Encryption SDK: its plaintext, and facts about it. */
  async open(
    message: Uint8Array,
    format: MessageFormat,
    rules: OpenRules,
  ): Promise<OpenedFacts & { plaintext: Uint8Array }> {
    const { plaintext, material } = await openMessage(this.#keys, message, rules);
    return { plaintext, format, algorithm: material.header.algorithm.name, keyArn: material.keyArn };
  }

  /** Starts reading a message of any format as a stream. */
  opening(
    rules: OpenRules & Pick<AgeOpeners, 'identities'>,
    plan: { maxBufferedBytes: number; releaseUnverified: boolean },
    onFacts: (facts: OpenedFacts) => void = () => undefined,
  ): Begin {
    return async (bytes, ended) => {
      const format = detectFormat(bytes, ended);
      if (format === undefined) return undefined;
      if (format === 'age') {
        const begun = await openAgeFile({ keys: this.#wrapping, identities: rules.identities }, bytes, ended, rules);
        if (begun) onFacts({ format, keyArn: begun.keyArn });
        return begun;
      }
      if (format === 'java-stream' || format === 'java-stream-body') {
        const hasHeader = format === 'java-stream';
        const begun = await openJavaStream(this.#keys, bytes, ended, rules, { ...plan, hasHeader });
        if (begun) onFacts({ format, algorithm: begun.material.header.algorithm.name, keyArn: begun.material.keyArn });
        return begun;
      }
      const whole = new Whole(plan.maxBufferedBytes, 'encrypt data of this size in the format age', async (all) => {
        const { plaintext, ...facts } = await this.open(all, format, rules);
        onFacts(facts);
        return [plaintext];
      });
      return { used: 0, rest: whole };
    };
  }
}

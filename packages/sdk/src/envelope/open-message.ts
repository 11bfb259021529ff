import { createDecipheriv } from 'node:crypto';
import type { EncryptionContext } from '../client/response.js';
import { KmsIntegrityError } from '../errors.js';
import { hideSecrets } from '../util/hide-secrets.js';
import type { EnvelopeAlgorithm } from './algorithms.js';
import { openBody, type SealedBody } from './body-cipher.js';
import { type Asn1Message, checkBody, encodeHeader, parseMessage } from './formats/asn1.js';
import type { MessageFormat } from './formats/detect-format.js';
import { readStreamHead, type StreamHead } from './formats/java-stream.js';
import type { Material } from './keys/material.js';
import type { MessageKeys, OpenRules } from './keys/message-keys.js';
import { envelopeLimits } from './limits.js';
import { malformed } from './malformed.js';
import type { Begun } from './streams/beginning.js';
import { type ByteTransform, Whole } from './streams/byte-transform.js';

/** A decrypted message. */
export interface DecryptedMessage {
  /** The data; not shown by `util.inspect`. */
  plaintext: Uint8Array;
  /** The context that you gave, which the message is bound to. */
  context: EncryptionContext;
  /** Format of the message. */
  format: MessageFormat;
  /** Algorithm of the message: messages of the Encryption SDK only. */
  algorithm?: EnvelopeAlgorithm;
  /** The KMS key that opened it; absent if an identity of age did. */
  keyArn?: string;
}

/** The prototype hides `plaintext` from inspect, once for all messages: doing it for each would slow down short ones. */
class Opened implements DecryptedMessage {
  plaintext: Uint8Array;
  context: EncryptionContext;
  format: MessageFormat;
  algorithm?: EnvelopeAlgorithm;
  keyArn?: string;

  constructor({ plaintext, context, format, algorithm, keyArn }: DecryptedMessage) {
    this.plaintext = plaintext;
    this.context = context;
    this.format = format;
    this.algorithm = algorithm;
    this.keyArn = keyArn;
  }
}
hideSecrets(Opened.prototype, ['plaintext']);

export const decryptedMessage = (members: DecryptedMessage): DecryptedMessage => new Opened(members);

/** The plaintext of a message, and the material that opened it, whose key is released. */
export interface OpenedMessage {
  plaintext: Uint8Array;
  material: Material;
}

/** Opens a message of the Encryption SDK, or its body. */
export async function openMessage(keys: MessageKeys, message: Uint8Array, rules: OpenRules): Promise<OpenedMessage> {
  const parsed = parseMessage(message);
  const material = await materialOf(keys, parsed, rules);
  try {
    const { algorithm } = material.header;
    checkBody(algorithm, parsed.body);
    return { plaintext: plaintextOf(material, parsed.body.iv, parsed.body), material };
  } finally {
    material.key.release();
  }
}

const materialOf = (keys: MessageKeys, { headerDer }: Asn1Message, rules: OpenRules): Promise<Material> =>
  headerDer ? keys.forOpening(headerDer, rules) : keys.forOpeningBody(rules);

function plaintextOf({ key, header, aad }: Material, iv: Uint8Array, body: SealedBody): Uint8Array {
  const plaintext = openBody(header.algorithm, key.bytes, iv, aad, body);
  if (plaintext === undefined) throw new KmsIntegrityError();
  return plaintext;
}

/** How to read Java's stream. */
export interface JavaStreamPlan {
  maxBufferedBytes: number;
  releaseUnverified: boolean;
}

/** Opens Java's stream once its head has arrived. */
export async function openJavaStream(
  keys: MessageKeys,
  bytes: Uint8Array,
  ended: boolean,
  rules: OpenRules,
  { hasHeader, ...plan }: JavaStreamPlan & { hasHeader: boolean },
): Promise<(Begun & { material: Material }) | undefined> {
  const head = readStreamHead(bytes, hasHeader);
  if (!head) {
    if (ended) throw malformed('it ends within its header');
    return undefined;
  }
  const { header } = head;
  const material = header ? await keys.forOpening(encodeHeader(header), rules) : await keys.forOpeningBody(rules);
  if (head.bodyIv.length !== material.header.algorithm.ivBytes) {
    material.key.release();
    throw malformed('its IV has another length than its algorithm');
  }
  return { used: head.length, rest: javaStreamOpener(material, head, plan), material };
}

/** Takes ownership of the material. */
function javaStreamOpener(material: Material, { bodyIv }: StreamHead, plan: JavaStreamPlan): ByteTransform {
  const { algorithm } = material.header;
  if (plan.releaseUnverified && algorithm.family === 'aes') return new UnverifiedOpener(material, bodyIv);
  const advice = 'releaseUnverified gives it before it is verified';
  const whole = new Whole(plan.maxBufferedBytes, advice, (bytes) => {
    const end = bytes.length - algorithm.tagBytes;
    if (end < 0) throw new KmsIntegrityError();
    return [plaintextOf(material, bodyIv, { ciphertext: bytes.subarray(0, end), tag: bytes.subarray(end) })];
  });
  return {
    update: (bytes) => whole.update(bytes),
    final: () => whole.final(),
    dispose() {
      whole.dispose();
      material.key.release();
    },
  };
}

/** Outputs plaintext at once; only the end shows whether it is genuine. Holds back as many bytes as the tag, which comes last. */
class UnverifiedOpener implements ByteTransform {
  readonly #decipher: ReturnType<typeof createDecipheriv> & { setAuthTag?: (tag: Uint8Array) => unknown };
  readonly #tagBytes: number;
  #held = Buffer.alloc(0);
  #length = 0;

  constructor({ key, header, aad }: Material, iv: Uint8Array) {
    const { keyBytes, mode, padded, tagBytes } = header.algorithm;
    const name = `aes-${keyBytes * 8}-${mode}`;
    this.#tagBytes = tagBytes;
    if (tagBytes > 0) {
      const decipher = createDecipheriv(name as 'aes-256-gcm', key.bytes, iv, { authTagLength: 16 });
      if (aad.length > 0) decipher.setAAD(aad);
      this.#decipher = decipher;
    } else {
      this.#decipher = createDecipheriv(name, key.bytes, iv).setAutoPadding(padded);
    }
    key.release();
  }

  update(bytes: Uint8Array): Uint8Array[] {
    const all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes;
    const end = Math.max(0, all.length - this.#tagBytes);
    this.#held = Buffer.from(all.subarray(end));
    this.#length += end;
    if (this.#length > envelopeLimits.gcmMaxBytes) throw malformed('it is longer than one GCM message can be');
    return end > 0 ? [this.#decipher.update(all.subarray(0, end))] : [];
  }

  final(): Uint8Array[] {
    if (this.#held.length < this.#tagBytes) throw new KmsIntegrityError();
    try {
      if (this.#tagBytes > 0) this.#decipher.setAuthTag?.(this.#held);
      return [this.#decipher.final()];
    } catch {
      throw new KmsIntegrityError();
    }
  }

  dispose(): void {
    this.#held = Buffer.alloc(0);
  }
}

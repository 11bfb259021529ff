import { randomBytes } from 'node:crypto';
import { KmsEnvelopeError } from '../errors.js';
import { type AgeOpeners, rewrapAgeFile } from './age/age-file.js';
import { encodeHeader, encodeMessage, parseMessage } from './formats/asn1.js';
import { detectFormat } from './formats/detect-format.js';
import { encodeStreamHeader, encodeStreamIv, readStreamHead } from './formats/java-stream.js';
import { headerIvBytes, type MessageHeader, sealHeader } from './formats/message-header.js';
import type { MessageKeys, OpenRules } from './keys/message-keys.js';
import { malformed } from './malformed.js';
import type { Begun } from './streams/beginning.js';
import { passThrough, Whole } from './streams/byte-transform.js';

/** What re-encryption needs: the data keys of messages, and the keys to encrypt them under. */
export interface ReEncryption extends AgeOpeners {
  messageKeys: MessageKeys;
  maxBufferedBytes: number;
}

/** Gives a message a new header, with its data key encrypted under the envelope's keys. The body stays as it is. */
export async function beginReEncryption(
  work: ReEncryption,
  bytes: Uint8Array,
  ended: boolean,
  rules: OpenRules,
): Promise<Begun | undefined> {
  switch (detectFormat(bytes, ended)) {
    case undefined:
      return undefined;
    case 'age': {
      const begun = await rewrapAgeFile(work, bytes, ended, rules);
      return begun && { ...begun, rest: passThrough };
    }
    case 'java-stream':
      return reEncryptStream(work, bytes, ended, rules);
    case 'asn1': {
      const advice = 'encrypt data of this size in the format age';
      const whole = new Whole(work.maxBufferedBytes, advice, async (all) => [await reEncryptMessage(work, all, rules)]);
      return { used: 0, rest: whole };
    }
    default:
      throw new KmsEnvelopeError(
        'Envelope.NotAllowed',
        'the header of this message is in a secret of KMS, which all messages of its name share: decrypt it, and encrypt it again',
      );
  }
}

/** {@link beginReEncryption} for a whole message of the Encryption SDK. */
async function reEncryptMessage(work: ReEncryption, message: Uint8Array, rules: OpenRules): Promise<Uint8Array> {
  const { headerDer, body } = parseMessage(message);
  if (!headerDer) throw malformed('it has no header');
  return encodeMessage(encodeHeader(await newHeader(work, headerDer, rules)), body);
}

async function reEncryptStream(work: ReEncryption, bytes: Uint8Array, ended: boolean, rules: OpenRules) {
  const head = readStreamHead(bytes, true);
  if (!head?.header) {
    if (ended) throw malformed('it ends within its header');
    return undefined;
  }
  const header = await newHeader(work, encodeHeader(head.header), rules);
  return { head: [encodeStreamHeader(header), encodeStreamIv(head.bodyIv)], used: head.length, rest: passThrough };
}

async function newHeader(
  { messageKeys, keys }: ReEncryption,
  headerDer: Uint8Array,
  rules: OpenRules,
): Promise<MessageHeader> {
  const { key, header, context, aad } = await messageKeys.forOpening(headerDer, rules);
  try {
    if (Buffer.compare(aad, context.bytes) !== 0) {
      const problem =
        'its body is bound to the context in the order of Java before 1.0.7: decrypt it, and encrypt it again';
      throw new KmsEnvelopeError('Envelope.NotAllowed', problem);
    }
    const wrappedKeys = await keys.wrap(key, context.entries, { signal: rules.signal });
    return sealHeader(key.bytes, { ...header, wrappedKeys, iv: randomBytes(headerIvBytes) });
  } finally {
    key.release();
  }
}

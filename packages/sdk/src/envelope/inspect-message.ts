import { inspectCiphertext } from '../client/inspect-ciphertext.js';
import type { EncryptionContext } from '../client/response.js';
import { readAgeHeader } from './age/age-header.js';
import { readKmsStanzas } from './age/kms-stanza.js';
import type { EnvelopeAlgorithm } from './algorithms.js';
import { parseHeader, parseMessage } from './formats/asn1.js';
import { detectFormat, type MessageFormat } from './formats/detect-format.js';
import { readStreamHead } from './formats/java-stream.js';
import type { MessageHeader, WrappedKey } from './formats/message-header.js';
import { malformed } from './malformed.js';
import { bytesOfMessage } from './message-text.js';

/** A data key in a header, encrypted by KMS. */
export interface DescribedDataKey {
  /** ARN of the key that encrypted it. */
  keyArn: string;
  /** Version of that key; absent where the ciphertext does not say, as in messages of Java before 1.0.4. */
  keyVersionId?: string;
  /** What Decrypt of KMS opens. */
  ciphertextBlob: Uint8Array;
}

/** What a message says of itself. Nobody has verified it: it takes a key to do that. */
export interface MessageDescription {
  /** How it is laid out. */
  format: MessageFormat;
  /** ARNs of the keys of KMS that can open it; none for messages whose header is in a secret. */
  keyArns: readonly string[];
  /** The data key, encrypted under each of these keys, in the same order. */
  dataKeys: readonly DescribedDataKey[];
  /** What it is bound to; unknown when its header is in a secret. */
  context?: EncryptionContext;
  /** Messages of the Encryption SDK only. */
  algorithm?: EnvelopeAlgorithm;
  /** Files of age only: the types of its recipients, in order. */
  recipients?: readonly string[];
  /** How long its header is; where the encrypted data begins. 0 when the header is in a secret. */
  headerBytes: number;
}

/**
 * Says what a message is, offline: its format, keys and context. Whoever changed the message can have changed these.
 *
 * @param message the message, or text of `encryptText`; of a file of age or a stream of Java its first 64 KiB will do
 * @throws {KmsEnvelopeError} `Envelope.Malformed`, `Envelope.Unsupported`
 * @example
 * ```ts
 * const { keyArns, context } = inspectMessage(await readFile('backup.tar.age'));
 * ```
 */
export function inspectMessage(message: Uint8Array | string): MessageDescription {
  const bytes = bytesOfMessage(message);
  const format = detectFormat(bytes, true) as MessageFormat;
  switch (format) {
    case 'age': {
      const header = readAgeHeader(bytes);
      if (!header) throw malformed('it ends within its header');
      const own = readKmsStanzas(header);
      return {
        format,
        ...describedKeys(own?.wrappedKeys ?? []),
        context: own?.context.entries ?? {},
        recipients: header.stanzas.map(({ type }) => type),
        headerBytes: header.length,
      };
    }
    case 'java-stream': {
      const head = readStreamHead(bytes, true);
      if (!head?.header) throw malformed('it ends within its header');
      return { format, ...described(head.header), headerBytes: head.length };
    }
    case 'asn1': {
      const { headerDer } = parseMessage(bytes);
      if (!headerDer) throw malformed('it has no header');
      return { format, ...described(parseHeader(headerDer)), headerBytes: headerDer.length };
    }
    case 'asn1-body':
      parseMessage(bytes);
      return { format, ...describedKeys([]), headerBytes: 0 };
    default:
      return { format, ...describedKeys([]), headerBytes: 0 };
  }
}

const described = ({ algorithm, context, wrappedKeys }: MessageHeader) => ({
  ...describedKeys(wrappedKeys),
  context: context.entries,
  algorithm: algorithm.name,
});

const describedKeys = (wrappedKeys: readonly WrappedKey[]) => ({
  keyArns: wrappedKeys.map(({ keyArn }) => keyArn),
  dataKeys: wrappedKeys.map(({ keyArn, ciphertextBlob }): DescribedDataKey => {
    const keyVersionId = inspectCiphertext(ciphertextBlob)?.keyVersionId;
    return { keyArn, ...(keyVersionId !== undefined && { keyVersionId }), ciphertextBlob };
  }),
});

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
  /** Version of that key; absent if the ciphertext does not say, as in messages of Java before 1.0.4. */
  keyVersionId?: string;
  /** The ciphertext for KMS Decrypt. */
  ciphertextBlob: Uint8Array;
}

/** What a message claims about itself. Nothing is verified: that takes a key. */
export interface MessageDescription {
  /** Its format. */
  format: MessageFormat;
  /** ARNs of the KMS keys that can open it; empty for messages whose header is in a secret. */
  keyArns: readonly string[];
  /** The data key, encrypted under each of these keys, in the same order. */
  dataKeys: readonly DescribedDataKey[];
  /** The context that it is bound to; undefined if the header is in a secret. */
  context?: EncryptionContext;
  /** Messages of the Encryption SDK only. */
  algorithm?: EnvelopeAlgorithm;
  /** Files of age only: the types of its recipients, in order. */
  recipients?: readonly string[];
  /** Length of the header: offset of the encrypted data. 0 if the header is in a secret. */
  headerBytes: number;
}

/**
 * Describes a message offline: its format, keys and context. Anyone who changed the message may have changed these too.
 *
 * @param message the message, or text of `encryptText`; for a file of age or a Java stream, the first 64 KiB are enough
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

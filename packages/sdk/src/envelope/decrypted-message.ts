import type { EncryptionContext } from '../client/response.js';
import { hideSecrets } from '../util/hide-secrets.js';
import type { EnvelopeAlgorithm } from './algorithms.js';
import type { MessageFormat } from './formats/detect-format.js';

/** A message, opened. */
export interface DecryptedMessage {
  /** The data; not shown by `util.inspect`. */
  plaintext: Uint8Array;
  /** What the message is bound to: the context that was given. */
  context: EncryptionContext;
  /** How it was laid out. */
  format: MessageFormat;
  /** How the data was encrypted: messages of the Encryption SDK only. */
  algorithm?: EnvelopeAlgorithm;
  /** The key of KMS that opened it; absent when an identity of age did. */
  keyArn?: string;
}

/** The members stand in each message, what hides them once for all: decryption of short messages is made of such things. */
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

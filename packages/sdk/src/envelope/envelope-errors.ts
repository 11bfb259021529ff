import { KmsError } from '../errors.js';

/**
 * What is wrong with a message, or with opening it. `Malformed`: this is no message, or half of one. `ContextMismatch`: it
 * is bound to another context than the caller's. `NotAllowed`: a kind of message that has to be asked for.
 * `Unsupported`: a version or algorithm that nobody here knows. `LimitExceeded`: larger than is safe.
 */
export type EnvelopeErrorCode =
  | 'Envelope.Malformed'
  | 'Envelope.ContextMismatch'
  | 'Envelope.NotAllowed'
  | 'Envelope.Unsupported'
  | 'Envelope.LimitExceeded';

/** A message that cannot be opened, or must not be; nothing of it was decrypted. */
export class KmsEnvelopeError extends KmsError {
  override readonly name = 'KmsEnvelopeError';
  declare readonly code: EnvelopeErrorCode;
}

/** The message was changed, cut short or put together of others. Which of them it is, is not told. */
export class KmsIntegrityError extends KmsError {
  override readonly name = 'KmsIntegrityError';
  declare readonly code: 'Envelope.IntegrityFailed';

  constructor() {
    super('Envelope.IntegrityFailed', 'the message is not as it was encrypted: its integrity check failed');
  }
}

/** No key opened the message. `errors` has the reason of each key that was tried; without any, none was allowed. */
export class KmsUnwrapError extends KmsError {
  override readonly name = 'KmsUnwrapError';
  declare readonly code: 'Envelope.NoUsableKey';
  /** Why each key failed, in the order of the keys. */
  readonly errors: readonly unknown[];

  constructor(message: string, errors: readonly unknown[] = []) {
    super('Envelope.NoUsableKey', message, { cause: errors[0] });
    this.errors = errors;
  }
}

export const malformed = (problem: string): KmsEnvelopeError =>
  new KmsEnvelopeError('Envelope.Malformed', `this is no message that can be opened: ${problem}`);

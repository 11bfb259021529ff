import { KmsEnvelopeError } from '../errors.js';

/** The input is not a message. `problem` must not quote it. */
export const malformed = (problem: string): KmsEnvelopeError =>
  new KmsEnvelopeError('Envelope.Malformed', `this message cannot be opened: ${problem}`);

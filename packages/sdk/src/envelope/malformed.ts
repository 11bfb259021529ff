import { KmsEnvelopeError } from '../errors.js';

/** What was given is no message. `problem` holds nothing of it. */
export const malformed = (problem: string): KmsEnvelopeError =>
  new KmsEnvelopeError('Envelope.Malformed', `this is no message that can be opened: ${problem}`);

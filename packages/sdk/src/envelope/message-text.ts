import { checkBytesOrText, invalidInput, kindOf, mustBe } from '../checks.js';
import { isBytes } from '../util/value-kinds.js';
import { malformed } from './malformed.js';

/** A message as text: base64url without padding, for columns, headers and URLs. */
export const messageText = (message: Uint8Array): string =>
  Buffer.from(message.buffer, message.byteOffset, message.length).toString('base64url');

/** Bytes as they are, or decoded from text. @throws KmsEnvelopeError `Envelope.Malformed` */
export function bytesOfMessage(message: unknown): Uint8Array {
  if (isBytes(message)) return message;
  if (typeof message !== 'string')
    throw invalidInput(mustBe('the message', 'a Uint8Array or a string', kindOf(message)));
  const bytes = Buffer.from(message, 'base64url');
  // Buffer skips characters that are not base64; only one text is valid for each message.
  if (bytes.toString('base64url') !== message) throw malformed('its text is not base64url');
  return bytes;
}

/** Data to encrypt: a string is taken as UTF-8. */
export function bytesOfData(data: unknown): Uint8Array {
  return checkBytesOrText('the data', data);
}

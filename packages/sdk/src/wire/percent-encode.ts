import { WireFormatError } from './wire-format-error.js';

const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * Text as {@link https://www.rfc-editor.org/rfc/rfc3986#section-2.3 RFC 3986} percent-encodes its UTF-8 bytes: only
 * letters, digits and `-._~` stay as they are.
 */
export function percentEncode(text: string): string {
  // A surrogate that stands alone has no UTF-8 form; U+FFFD takes its place, as it does in every UTF-8 encoder.
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, hex);
}

/** @throws WireFormatError for `%` without two hexadecimal digits, and for bytes that are no UTF-8 */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new WireFormatError('a percent sequence is broken');
  }
}

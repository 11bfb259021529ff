import { messageBounds, WireFormatError } from './wire-format.js';

const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * Percent-encodes the UTF-8 bytes of a text by {@link https://www.rfc-editor.org/rfc/rfc3986#section-2.3 RFC 3986}: only
 * letters, digits and `-._~` stay as they are.
 */
export function percentEncode(text: string): string {
  // A lone surrogate has no UTF-8 form; U+FFFD replaces it, as in every UTF-8 encoder.
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, hex);
}

/** @throws WireFormatError for `%` without two hexadecimal digits, and for invalid UTF-8 */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new WireFormatError('a percent sequence is broken');
  }
}

/** Names and values in wire order; names may repeat. */
export type Pairs = Iterable<readonly [name: string, value: string]>;

const encodePair = ([name, value]: readonly [string, string]) => `${percentEncode(name)}=${percentEncode(value)}`;

/** A query string or form body. Encodes spaces as `%20`, which every decoder reads; `+` is a space only in forms. */
export function encodeForm(pairs: Pairs): string {
  return Array.from(pairs, encodePair).join('&');
}

/**
 * The pairs of a query string or form body; `+` is a space, and a name without `=` has an empty value.
 *
 * @throws WireFormatError for broken percent sequences, and for more pairs than {@link messageBounds} allows
 */
export function decodeForm(text: string): [name: string, value: string][] {
  const { parametersMax } = messageBounds;
  const parts = text.split('&', parametersMax + 1);
  if (parts.length > parametersMax) throw new WireFormatError(`has more than ${parametersMax} parameters`);
  const pairs: [string, string][] = [];
  for (const part of parts) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals === -1 ? part : part.slice(0, equals);
    const value = equals === -1 ? '' : part.slice(equals + 1);
    pairs.push([decodePart(name), decodePart(value)]);
  }
  return pairs;
}

const decodePart = (text: string) => percentDecode(text.replaceAll('+', ' '));

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The query as both signatures of the public gateway sign it: the form encoding of the pairs, sorted by name, then value. */
export function canonicalQuery(pairs: Pairs): string {
  return encodeForm([...pairs].sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1])));
}

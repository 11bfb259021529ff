import { TextDecoder, TextEncoder, types } from 'node:util';

/**
 * What kind of value it is, whoever made it. Programs in a `vm` context, and tests in jest or with jsdom, have classes of
 * their own beside those of Node.js, so `instanceof` says no to a genuine Uint8Array, Date or Error; polyfills make
 * signals that are of no known class at all.
 */

/** An object with members: no array, no bytes. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isBytes(value);

/** A Uint8Array of any realm; a Buffer is one. */
export const isBytes = (value: unknown): value is Uint8Array => types.isUint8Array(value);

export const isArrayBuffer = (value: unknown): value is ArrayBuffer => types.isArrayBuffer(value);

export const isDate = (value: unknown): value is Date => types.isDate(value);

/** A Date that says when. */
export const isValidDate = (value: unknown): value is Date => isDate(value) && !Number.isNaN(value.getTime());

export const isPromise = (value: unknown): value is Promise<unknown> => types.isPromise(value);

/** DOMException is made as no Error, but inherits from it. */
export const isError = (value: unknown): value is Error => types.isNativeError(value) || value instanceof Error;

/** By what it can do: {@link https://www.npmjs.com/package/abort-controller polyfills} have classes of their own. */
export function isAbortSignal(value: unknown): value is AbortSignal {
  if (typeof value !== 'object' || value === null) return false;
  const { aborted, addEventListener, removeEventListener } = value as Partial<Record<keyof AbortSignal, unknown>>;
  const listens = typeof addEventListener === 'function' && typeof removeEventListener === 'function';
  return typeof aborted === 'boolean' && listens;
}

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text as UTF-8; not by the global TextEncoder, which not every test environment has. */
export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text);

/** UTF-8 as text, a byte order mark included. @throws TypeError for bytes that are none */
export const utf8Text = (bytes: Uint8Array): string => strictDecoder.decode(bytes);

const textEncodings = [
  ['hex', /^([0-9a-f]{2}){8,}$/i],
  ['base64', /^([A-Za-z0-9+/]{4}\s*){2,}([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\s*$|^[A-Za-z0-9+/]{4,}={1,2}\s*$/],
  ['base64url', /^[A-Za-z0-9_-]{8,}$/],
] as const;

/**
 * What a message asks for where `value` stands and bytes must: `a Uint8Array`, and how to make it of text that looks
 * encoded. Nothing of the value is in it.
 */
export function bytesInPlaceOf(value: unknown): string {
  const encoding = typeof value === 'string' && textEncodings.find(([, pattern]) => pattern.test(value))?.[0];
  return encoding ? `a Uint8Array: decode ${encoding} text with Buffer.from(text, '${encoding}')` : 'a Uint8Array';
}

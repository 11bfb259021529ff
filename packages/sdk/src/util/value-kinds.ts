import { TextDecoder, TextEncoder, types } from 'node:util';

/**
 * Checks the kind of a value across realms. Programs in a `vm` context, and tests in jest or with jsdom, have their own
 * classes beside those of Node.js, so that `instanceof` is false for a genuine Uint8Array, Date or Error; signals of
 * polyfills have no known class at all.
 */

/** An object with members: not an array, not bytes. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isBytes(value);

/** A Uint8Array of any realm, including Buffer. */
export const isBytes = (value: unknown): value is Uint8Array => types.isUint8Array(value);

export const isArrayBuffer = (value: unknown): value is ArrayBuffer => types.isArrayBuffer(value);

export const isDate = (value: unknown): value is Date => types.isDate(value);

/** A Date that is not invalid. */
export const isValidDate = (value: unknown): value is Date => isDate(value) && !Number.isNaN(value.getTime());

export const isPromise = (value: unknown): value is Promise<unknown> => types.isPromise(value);

/** DOMException is not a native error but inherits from Error. */
export const isError = (value: unknown): value is Error => types.isNativeError(value) || value instanceof Error;

/** Checks its methods: {@link https://www.npmjs.com/package/abort-controller polyfills} have their own classes. */
export function isAbortSignal(value: unknown): value is AbortSignal {
  if (typeof value !== 'object' || value === null) return false;
  const { aborted, addEventListener, removeEventListener } = value as Partial<Record<keyof AbortSignal, unknown>>;
  const listens = typeof addEventListener === 'function' && typeof removeEventListener === 'function';
  return typeof aborted === 'boolean' && listens;
}

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text as UTF-8, without the global TextEncoder, which some test environments lack. */
export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text);

/** UTF-8 as text, including a byte order mark. @throws TypeError for invalid bytes */
export const utf8Text = (bytes: Uint8Array): string => strictDecoder.decode(bytes);

const textEncodings = [
  ['hex', /^([0-9a-f]{2}){8,}$/i],
  ['base64', /^([A-Za-z0-9+/]{4}\s*){2,}([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\s*$|^[A-Za-z0-9+/]{4,}={1,2}\s*$/],
  ['base64url', /^[A-Za-z0-9_-]{8,}$/],
] as const;

/**
 * What a message asks for if `value` should be bytes: `a Uint8Array`, and how to create it from text that looks encoded.
 * Contains nothing of the value.
 */
export function bytesInPlaceOf(value: unknown): string {
  const encoding = typeof value === 'string' && textEncodings.find(([, pattern]) => pattern.test(value))?.[0];
  return encoding ? `a Uint8Array: decode ${encoding} text with Buffer.from(text, '${encoding}')` : 'a Uint8Array';
}

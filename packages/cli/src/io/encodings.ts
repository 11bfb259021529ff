import { usageError } from '../failures.js';

/** How bytes are written. */
export type Encoding = 'raw' | 'base64' | 'hex';

export const encodings: readonly Encoding[] = ['raw', 'base64', 'hex'];

/** @throws CliError for text that is not of the encoding */
export function decode(bytes: Uint8Array, encoding: Encoding, what: string): Uint8Array {
  if (encoding === 'raw') return bytes;
  const decoded = encoding === 'hex' ? fromHex(textOf(bytes)) : fromBase64(textOf(bytes));
  if (!decoded) throw usageError(`${what} is no ${encoding}`);
  return decoded;
}

/**
 * Bytes of whichever encoding they are in: text of hexadecimal digits or base64 only is that, everything else is raw.
 * For ciphertexts and signatures, which are random enough not to be such text by chance; not for plaintexts.
 */
export function detect(bytes: Uint8Array): { bytes: Uint8Array; encoding: Encoding } {
  const text = textOf(bytes);
  const hex = fromHex(text);
  if (hex) return { bytes: hex, encoding: 'hex' };
  const base64 = fromBase64(text);
  return base64 ? { bytes: base64, encoding: 'base64' } : { bytes, encoding: 'raw' };
}

/** Text ends its line; raw bytes are left as they are. */
export function encode(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'raw') return bytes;
  return Buffer.from(`${Buffer.from(bytes).toString(encoding)}\n`);
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replace(/\s+/g, '');

function fromHex(text: string): Uint8Array | undefined {
  return /^([0-9a-f]{2})+$/i.test(text) ? Buffer.from(text, 'hex') : undefined;
}

function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '') ? bytes : undefined;
}

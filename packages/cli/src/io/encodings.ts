import { usageError } from '../failures.js';

/** How bytes are written. */
export type Encoding = 'raw' | 'base64' | 'hex';

export const encodings: readonly Encoding[] = ['raw', 'base64', 'hex'];

/** What bytes may be found in: URLs and JWTs have base64 with two other characters. */
type FoundEncoding = Encoding | 'base64url';

/** @throws CliError for text that is not of the encoding */
export function decode(bytes: Uint8Array, encoding: Encoding, what: string): Uint8Array {
  if (encoding === 'raw') return bytes;
  const text = compactText(bytes);
  const decoded = encoding === 'hex' ? fromHex(text) : (fromBase64(text, 'base64') ?? fromBase64(text, 'base64url'));
  if (!decoded) throw usageError(`${what} is no ${encoding}`);
  return decoded;
}

/**
 * Bytes of whichever encoding they are in: text of hexadecimal digits (`aa:bb` too), base64 or base64url only is that,
 * everything that is no text is raw. For ciphertexts and signatures, which are random enough not to be text by chance;
 * not for plaintexts.
 *
 * @param what they are, for messages
 * @throws CliError for other text: taken as it is, it would be a signature that is wrong
 */
export function detect(bytes: Uint8Array, what: string): { bytes: Uint8Array; encoding: FoundEncoding } {
  const text = compactText(bytes);
  const hex = fromHex(text);
  if (hex) return { bytes: hex, encoding: 'hex' };
  for (const encoding of ['base64', 'base64url'] as const) {
    const decoded = fromBase64(text, encoding);
    if (decoded) return { bytes: decoded, encoding };
  }
  if (bytes.length > 0 && /^[\x20-\x7e]*$/.test(text)) {
    throw usageError(`${what} is text, but neither hex nor base64: give it raw or in one of those`);
  }
  return { bytes, encoding: 'raw' };
}

/** Text ends its line; raw bytes are left as they are. */
export function encode(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'raw') return bytes;
  return Buffer.from(`${Buffer.from(bytes).toString(encoding)}\n`);
}

const compactText = (bytes: Uint8Array): string => fileText(bytes, 'latin1').replace(/\s+/g, '');

/** Text of a file without its byte order mark; UTF-16, which PowerShell writes, is told by its mark. */
export function fileText(bytes: Uint8Array, otherwise: 'utf8' | 'latin1' = 'utf8'): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe && bytes.length % 2 === 0)
    return Buffer.from(bytes.subarray(2)).toString('utf16le');
  if (first === 0xfe && second === 0xff && bytes.length % 2 === 0) {
    return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  }
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return Buffer.from(hasMark ? bytes.subarray(3) : bytes).toString(otherwise);
}

function fromHex(text: string): Uint8Array | undefined {
  const digits = /^[0-9a-f]{2}(:[0-9a-f]{2})+$/i.test(text) ? text.replaceAll(':', '') : text;
  return /^([0-9a-f]{2})+$/i.test(digits) ? Buffer.from(digits, 'hex') : undefined;
}

function fromBase64(text: string, encoding: 'base64' | 'base64url'): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, encoding);
  return bytes.toString(encoding).replace(/=+$/, '') === text.replace(/=+$/, '') ? bytes : undefined;
}

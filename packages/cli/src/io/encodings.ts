import { usageError } from '../failures.js';

/** Encoding of bytes. */
export type Encoding = 'raw' | 'base64' | 'hex';

export const encodings: readonly Encoding[] = ['raw', 'base64', 'hex'];

/** Detected encodings: URLs and JWTs use base64 with two different characters. */
type FoundEncoding = Encoding | 'base64url';

/** @throws CliError for text that is invalid in the encoding */
export function decode(bytes: Uint8Array, encoding: Encoding, what: string): Uint8Array {
  if (encoding === 'raw') return bytes;
  const text = compactText(bytes);
  const decoded = encoding === 'hex' ? fromHex(text) : (fromBase64(text, 'base64') ?? fromBase64(text, 'base64url'));
  if (!decoded) throw usageError(`${what} is no ${encoding}`);
  return decoded;
}

/**
 * Detects the encoding of bytes: text of only hexadecimal digits (even `aa:bb`), base64 or base64url is decoded, and data
 * that is not text is raw. For ciphertexts and signatures, which are random enough never to look like text; not for
 * plaintexts.
 *
 * @param what the data, for messages
 * @throws CliError for other text: unchanged, it would only be a wrong signature
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

/** Adds a line feed to text; raw bytes stay as they are. */
export function encode(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'raw') return bytes;
  return Buffer.from(`${Buffer.from(bytes).toString(encoding)}\n`);
}

const compactText = (bytes: Uint8Array): string => fileText(bytes, 'latin1').replace(/\s+/g, '');

/** Text of a file without its byte order mark; detects UTF-16, which PowerShell writes, by its mark. */
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

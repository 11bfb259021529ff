import { attempt } from './work.js';

export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Parses JSON; undefined for invalid text. The parser's own error quotes the text, which may be a secret. */
export const tryParseJson = (text: string): unknown => attempt(() => JSON.parse(text));

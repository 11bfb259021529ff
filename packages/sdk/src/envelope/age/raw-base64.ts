/** Base64 without padding, as age writes it. */
export const encodeRawBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64').replace(/=+$/, '');

/** "decoders MUST reject non-canonical encodings and encodings ending with `=`"; undefined for those. */
export function decodeRawBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return encodeRawBase64(bytes) === text ? bytes : undefined;
}

import { invalidParameter } from './service-error.js';

export function boundedText(name: string, value: string, maxChars: number): string {
  if (value.length <= maxChars) return value;
  throw invalidParameter(name, `it has ${value.length} characters, at most ${maxChars} are possible`);
}

/** @throws ServiceError InvalidParameter for anything but canonical base64 */
export function decodeBase64(name: string, value: string): Uint8Array {
  const bytes = Buffer.from(value, 'base64');
  if (withoutPadding(bytes.toString('base64')) === withoutPadding(value)) return bytes;
  throw invalidParameter(name, 'it must be base64');
}

/** A regular expression would take quadratic time. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (text[end - 1] === '=') end -= 1;
  return text.slice(0, end);
}

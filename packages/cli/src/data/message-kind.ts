import type { MessageDescription } from 'alibabacloud-kms-sdk/envelope';
import { detect } from '../io/encodings.js';
import type { Input } from '../io/input.js';

/** Longest header of a message, which is also enough to detect its format. */
export const headBytes = 64 * 1024;

/**
 * Whether bytes start like a message of envelope encryption: a file of age, or one of the Encryption SDKs. Ciphertexts
 * of KMS start with `$` or with the text of a key version id, which may start with `0` as DER does.
 */
export function beginsLikeMessage(bytes: Uint8Array): boolean {
  const [first, second = 0, third] = bytes;
  if (first === 0x30) return (second > 0x80 && second <= 0x84) || third === 0x04;
  if (first === 0x00) return bytes.subarray(0, 4).every((byte, index) => byte === (index === 3 ? 1 : 0));
  return Buffer.from(bytes.subarray(0, ageStart.length)).toString('latin1') === ageStart;
}

const ageStart = 'age-encryption.org/';

/** A Java stream whose header is in a secret: starts with the length of its IV, little-endian. */
export const beginsLikeStreamBody = ([first, ...others]: Uint8Array): boolean =>
  (first === 12 || first === 16) && others.slice(0, 3).every((byte) => byte === 0);

/** Content of an input, after decoding. */
export type Found =
  | { kind: 'message'; input: Input; description: MessageDescription; encoding: string }
  | { kind: 'other'; input: Input; bytes: Uint8Array; encoding: string };

/**
 * Detects messages of envelope encryption by their first bytes. Does not read files and streams beyond their header; reads
 * text, and anything that is not such a message, as a whole.
 *
 * @param given `raw`: the bytes are not encoded
 */
export async function findMessage(input: Input, what: string, given?: 'raw'): Promise<Found> {
  const head = await input.head(headBytes);
  if (beginsLikeMessage(head)) return describeMessage(input, head, 'raw');
  if (beginsLikeStreamBody(head)) {
    const { inspectMessage } = await import('alibabacloud-kms-sdk/envelope');
    return { kind: 'message', input, description: inspectMessage(head.subarray(0, 16)), encoding: 'raw' };
  }
  const all = await input.whole();
  const { bytes, encoding } = given === 'raw' ? { bytes: all, encoding: given } : detect(all, what);
  const decoded = encoding === 'raw' ? input : input.withBytes(bytes);
  if (encoding !== 'raw' && beginsLikeMessage(bytes)) return describeMessage(decoded, bytes, encoding);
  return { kind: 'other', input: decoded, bytes, encoding };
}

/** @throws KmsEnvelopeError if it only starts like one */
async function describeMessage(input: Input, head: Uint8Array, encoding: string): Promise<Found> {
  const { inspectMessage } = await import('alibabacloud-kms-sdk/envelope');
  // One DER element starts with its length, so it is either complete or not there at all.
  const bytes = head[0] === 0x30 ? await input.whole() : head;
  return { kind: 'message', input, description: inspectMessage(bytes), encoding };
}

import type { MessageDescription } from 'alibabacloud-kms-sdk/envelope';
import { detect } from '../io/encodings.js';
import type { Input } from '../io/input.js';

/** As many bytes as the header of a message can have, and its format shows in. */
export const headBytes = 64 * 1024;

/**
 * Whether bytes begin as a message of envelope encryption does: a file of age, or one of the Encryption SDKs. Ciphertexts
 * of KMS begin with `$` or with the text of a key version id, which may begin with `0` as DER does.
 */
export function beginsLikeMessage(bytes: Uint8Array): boolean {
  const [first, second = 0, third] = bytes;
  if (first === 0x30) return (second > 0x80 && second <= 0x84) || third === 0x04;
  if (first === 0x00) return bytes.subarray(0, 4).every((byte, index) => byte === (index === 3 ? 1 : 0));
  return Buffer.from(bytes.subarray(0, ageStart.length)).toString('latin1') === ageStart;
}

const ageStart = 'age-encryption.org/';

/** A stream of Java whose header is in a secret: the length of its IV, which is little-endian. */
export const beginsLikeStreamBody = ([first, ...others]: Uint8Array): boolean =>
  (first === 12 || first === 16) && others.slice(0, 3).every((byte) => byte === 0);

/** What an input holds, once its encoding is taken off. */
export type Found =
  | { kind: 'message'; input: Input; description: MessageDescription; encoding: string }
  | { kind: 'other'; input: Input; bytes: Uint8Array; encoding: string };

/**
 * Tells messages of envelope encryption from everything else by their first bytes. Files and streams stay unread behind
 * their header; what is text, or no such message, is read as a whole.
 *
 * @param given `raw`: the bytes stand for no others
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

/** @throws KmsEnvelopeError when it only begins like one */
async function describeMessage(input: Input, head: Uint8Array, encoding: string): Promise<Found> {
  const { inspectMessage } = await import('alibabacloud-kms-sdk/envelope');
  // One DER element has its length in front: it is there as a whole or not at all.
  const bytes = head[0] === 0x30 ? await input.whole() : head;
  return { kind: 'message', input, description: inspectMessage(bytes), encoding };
}

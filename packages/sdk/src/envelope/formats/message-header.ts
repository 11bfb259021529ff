import { timingSafeEqual } from 'node:crypto';
import { toBase64 } from '../../util/encodings.js';
import type { AlgorithmFacts } from '../algorithms.js';
import { headerTagOf } from '../body-cipher.js';
import type { Context } from '../context.js';
import { envelopeLimits } from '../limits.js';
import { malformed } from '../malformed.js';

/** A data key encrypted under a key of KMS. */
export interface WrappedKey {
  readonly keyArn: string;
  /** Decoded; KMS and header tags use its base64 text. */
  readonly ciphertextBlob: Uint8Array;
}

/** Header of a message of the Encryption SDK, whichever format carries it. */
export interface MessageHeader {
  readonly algorithm: AlgorithmFacts;
  readonly wrappedKeys: readonly WrappedKey[];
  readonly context: Context;
  readonly iv: Uint8Array;
  readonly tag: Uint8Array;
}

export const headerVersion = 1;
export const headerIvBytes = 12;
export const headerTagBytes = 16;

export function u32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** The length, then the bytes. */
export const withLength = (bytes: Uint8Array): Uint8Array[] => [u32(bytes.length), bytes];

export const byArn = (a: WrappedKey, b: WrappedKey): number =>
  Buffer.compare(Buffer.from(a.keyArn), Buffer.from(b.keyArn));

/** How a header is authenticated; releases of Java before 1.0.7 differ. */
export interface Authentication {
  /** Whether the version comes first. */
  version: boolean;
  contextBytes: (context: Context) => Uint8Array;
}

const current: Authentication = { version: true, contextBytes: ({ bytes }) => bytes };

/** The bytes that the tag of a header covers. */
export function authenticatedBytes(
  { algorithm, wrappedKeys, context }: Pick<MessageHeader, 'algorithm' | 'wrappedKeys' | 'context'>,
  { version, contextBytes }: Authentication = current,
): Uint8Array {
  const keys = [...wrappedKeys].sort(byArn).flatMap(({ keyArn, ciphertextBlob }) => [
    ...withLength(Buffer.from(keyArn)),
    // The base64 text of KMS, not the bytes in the DER.
    ...withLength(Buffer.from(toBase64(ciphertextBlob), 'latin1')),
  ]);
  return Buffer.concat([
    ...(version ? [u32(headerVersion)] : []),
    u32(algorithm.id),
    u32(Object.keys(context.entries).length),
    contextBytes(context),
    u32(wrappedKeys.length),
    ...keys,
  ]);
}

/** A header with its tag. */
export function sealHeader(key: Uint8Array, header: Omit<MessageHeader, 'tag'>): MessageHeader {
  return { ...header, tag: headerTagOf(header.algorithm, key, header.iv, authenticatedBytes(header)) };
}

/** Whether the tag matches this key and these fields. */
export function verifyHeader(key: Uint8Array, header: MessageHeader, authentication?: Authentication): boolean {
  const { algorithm, iv, tag } = header;
  if (tag.length !== headerTagBytes) return false;
  return timingSafeEqual(headerTagOf(algorithm, key, iv, authenticatedBytes(header, authentication)), tag);
}

/** @throws KmsEnvelopeError `Envelope.Malformed` */
export function checkWrappedKeys(wrappedKeys: readonly WrappedKey[]): void {
  if (wrappedKeys.length === 0) throw malformed('it has no data key');
  if (wrappedKeys.length > envelopeLimits.wrappedKeysMax) {
    throw malformed(`it has ${wrappedKeys.length} data keys, more than ${envelopeLimits.wrappedKeysMax}`);
  }
  if (new Set(wrappedKeys.map(({ keyArn }) => keyArn)).size !== wrappedKeys.length) {
    throw malformed('it has two data keys of one key');
  }
}

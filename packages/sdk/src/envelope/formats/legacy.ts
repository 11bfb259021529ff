import { timingSafeEqual } from 'node:crypto';
import { sealBody } from '../body-cipher.js';
import { legacyContextBytes } from '../context.js';
import {
  type Authentication,
  headerTagBytes,
  type MessageHeader,
  verifyHeader,
  type WrappedKey,
} from './message-header.js';

// Formats of the Encryption SDK for Java before 1.0.7 (2020-11). All of them claim to be version 1.

/** The tag of their header omits the version, and has the context in UTF-16 order. */
const authentication: Authentication = { version: false, contextBytes: legacyContextBytes };

/** 1.0.0 to 1.0.3: the octets of a wrapped key are its base64 text. */
export function fromLegacyText(keys: readonly WrappedKey[]): readonly WrappedKey[] | undefined {
  const texts = keys.map(({ ciphertextBlob }) => Buffer.from(ciphertextBlob).toString('latin1'));
  if (!texts.every((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text))) return undefined;
  return keys.map(({ keyArn }, i) => ({ keyArn, ciphertextBlob: Buffer.from(texts[i] as string, 'base64') }));
}

/** 1.0.5 and 1.0.6, and GCM messages of earlier versions. */
export const verifyLegacyHeader = (key: Uint8Array, header: MessageHeader): boolean =>
  verifyHeader(key, header, authentication);

/**
 * Up to 1.0.4 the header's tag comes from the body's cipher: with CBC it is one block of padding, with CTR empty. At most,
 * it shows that the key is right.
 */
export function acceptsUnauthenticatedHeader(key: Uint8Array, { algorithm, iv, tag }: MessageHeader): boolean {
  if (algorithm.mode === 'gcm' || iv.length !== algorithm.ivBytes) return false;
  if (!algorithm.padded) return tag.length === 0;
  if (tag.length !== headerTagBytes) return false;
  const { ciphertext } = sealBody(algorithm, key, iv, new Uint8Array(), new Uint8Array());
  return timingSafeEqual(ciphertext, tag);
}

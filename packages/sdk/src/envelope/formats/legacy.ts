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

// What releases of the Encryption SDK for Java before 1.0.7 (2020-11) wrote. All of them say that they are version 1.

/** Their header's tag leaves the version out, and has the context in the order of UTF-16. */
const authentication: Authentication = { version: false, contextBytes: legacyContextBytes };

/** 1.0.0 to 1.0.3: the octets of a wrapped key are its base64 text. */
export function fromLegacyText(keys: readonly WrappedKey[]): readonly WrappedKey[] | undefined {
  const texts = keys.map(({ ciphertextBlob }) => Buffer.from(ciphertextBlob).toString('latin1'));
  if (!texts.every((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text))) return undefined;
  return keys.map(({ keyArn }, i) => ({ keyArn, ciphertextBlob: Buffer.from(texts[i] as string, 'base64') }));
}

/** 1.0.5 and 1.0.6, and what was made with GCM before. */
export const verifyLegacyHeader = (key: Uint8Array, header: MessageHeader): boolean =>
  verifyHeader(key, header, authentication);

/**
 * Up to 1.0.4 the header's tag was made with the body's cipher: of CBC it is one block of padding, of CTR nothing. It says
 * that the key is right, at most.
 */
export function acceptsUnauthenticatedHeader(key: Uint8Array, { algorithm, iv, tag }: MessageHeader): boolean {
  if (algorithm.mode === 'gcm' || iv.length !== algorithm.ivBytes) return false;
  if (!algorithm.padded) return tag.length === 0;
  if (tag.length !== headerTagBytes) return false;
  const { ciphertext } = sealBody(algorithm, key, iv, new Uint8Array(), new Uint8Array());
  return timingSafeEqual(ciphertext, tag);
}

import { toBase64 } from '../../util/encodings.js';
import type { AlgorithmFacts } from '../algorithms.js';
import { readContextBytes, utf8Text } from '../context.js';
import { envelopeLimits } from '../limits.js';
import { malformed } from '../malformed.js';
import { algorithmOf, checkVersion } from './asn1.js';
import { byArn, checkWrappedKeys, headerVersion, type MessageHeader, u32, withLength } from './message-header.js';

/** What precedes the ciphertext of Java's stream; the tag, if any, is at the end. */
export interface StreamHead {
  /** Undefined if the header is in a secret. */
  readonly header?: MessageHeader;
  readonly bodyIv: Uint8Array;
  /** Offset of the ciphertext. */
  readonly length: number;
}

/** The header of Java's stream. Its numbers are 32-bit big-endian. */
export function encodeStreamHeader({ algorithm, wrappedKeys, context, iv, tag }: MessageHeader): Uint8Array {
  const keys = [...wrappedKeys].sort(byArn).flatMap(({ keyArn, ciphertextBlob }) => [
    ...withLength(Buffer.from(keyArn)),
    // Base64 text here, where DER has the decoded bytes.
    ...withLength(Buffer.from(toBase64(ciphertextBlob), 'latin1')),
  ]);
  return Buffer.concat([
    u32(headerVersion),
    u32(algorithm.id),
    ...withLength(context.bytes),
    u32(wrappedKeys.length),
    ...keys,
    ...withLength(iv),
    ...withLength(tag),
  ]);
}

/** What follows the header: the IV, with the only little-endian length. */
export function encodeStreamIv(iv: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(iv.length);
  return Buffer.concat([length, iv]);
}

/**
 * Reads the head of a stream from its first `bytes`; undefined while more are needed.
 *
 * @param hasHeader `false`: the header is in a secret
 * @throws KmsEnvelopeError `Envelope.Malformed`, `Envelope.Unsupported`
 */
export function readStreamHead(bytes: Uint8Array, hasHeader: boolean): StreamHead | undefined {
  const cursor = new Cursor(bytes);
  try {
    const header = hasHeader ? readHeader(cursor) : undefined;
    const bodyIv = readIv(cursor, header?.algorithm);
    return { header, bodyIv, length: cursor.at };
  } catch (error) {
    if (!(error instanceof NeedsMore)) throw error;
    if (bytes.length > envelopeLimits.headerMaxBytes) throw malformed('its header is too long');
    return undefined;
  }
}

function readHeader(cursor: Cursor): MessageHeader {
  checkVersion(cursor.number());
  const algorithm = algorithmOf(cursor.number());
  const context = readContextBytes(cursor.block());
  const count = cursor.number();
  if (count > envelopeLimits.wrappedKeysMax) throw malformed(`it has ${count} data keys`);
  const wrappedKeys = Array.from({ length: count }, () => ({
    keyArn: utf8Text(cursor.block()),
    ciphertextBlob: base64Bytes(cursor.block()),
  }));
  checkWrappedKeys(wrappedKeys);
  return { algorithm, wrappedKeys, context, iv: cursor.block(), tag: cursor.block() };
}

function readIv(cursor: Cursor, algorithm: AlgorithmFacts | undefined): Uint8Array {
  const length = cursor.take(4).readUInt32LE();
  if (algorithm ? length !== algorithm.ivBytes : length !== 12 && length !== 16) {
    throw malformed(`its IV has ${length} bytes`);
  }
  return Uint8Array.from(cursor.take(length));
}

function base64Bytes(text: Uint8Array): Uint8Array {
  const latin1 = Buffer.from(text).toString('latin1');
  const bytes = Buffer.from(latin1, 'base64');
  // The header's tag covers the text, so another base64 spelling of the same bytes is not what was sealed.
  if (toBase64(bytes) !== latin1) throw malformed('a data key in its header is not base64');
  return bytes;
}

class NeedsMore extends Error {}

class Cursor {
  readonly #bytes: Buffer;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  take(length: number): Buffer {
    if (length > envelopeLimits.headerMaxBytes) throw malformed('a part of its header is too long');
    if (this.at + length > this.#bytes.length) throw new NeedsMore();
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  number(): number {
    return this.take(4).readUInt32BE();
  }

  /** Reads a length, then that many bytes. */
  block(): Uint8Array {
    return Uint8Array.from(this.take(this.number()));
  }
}

import { createCipheriv, randomFillSync } from 'node:crypto';
import { KmsEnvelopeError } from '../errors.js';
import { sealBody } from './body-cipher.js';
import { encodeMessage } from './formats/asn1.js';
import { encodeStreamHeader, encodeStreamIv } from './formats/java-stream.js';
import type { Material } from './keys/material.js';
import { envelopeLimits } from './limits.js';
import { type ByteTransform, Whole } from './streams/byte-transform.js';

const pool = Buffer.allocUnsafeSlow(4_096);
let drawn = pool.length;

/** A random IV. Drawing many at once is much cheaper than drawing each. */
function newIv(length: number): Uint8Array {
  if (drawn + length > pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += length;
  return Uint8Array.from(pool.subarray(drawn - length, drawn));
}

/** A message of the Encryption SDK, or only its body if the header is stored elsewhere. */
export function sealMessage(
  { key, header, headerDer, aad }: Material,
  plaintext: Uint8Array,
  withHeader: boolean,
): Uint8Array {
  const iv = newIv(header.algorithm.ivBytes);
  const sealed = sealBody(header.algorithm, key.bytes, iv, aad, plaintext);
  return encodeMessage(withHeader ? headerDer : undefined, { iv, ...sealed });
}

/** Java's stream: its head, and the encryption of the rest. Takes ownership of the material. */
export function javaStreamSealer(
  material: Material,
  withHeader: boolean,
  maxBufferedBytes: number,
): { head: Uint8Array[]; rest: ByteTransform } {
  const { key, header, aad } = material;
  const { algorithm } = header;
  const iv = newIv(algorithm.ivBytes);
  const head = [...(withHeader ? [encodeStreamHeader(header)] : []), encodeStreamIv(iv)];
  if (algorithm.family === 'sm4') return { head, rest: sm4Sealer(material, iv, maxBufferedBytes) };
  const cipher = createCipheriv(`aes-${algorithm.keyBytes * 8}-gcm` as 'aes-256-gcm', key.bytes, iv, {
    authTagLength: 16,
  });
  // OpenSSL has its own copy of the key by now.
  key.release();
  if (aad.length > 0) cipher.setAAD(aad);
  let length = 0;
  const rest: ByteTransform = {
    update(bytes) {
      length += bytes.length;
      if (length <= envelopeLimits.gcmMaxBytes) return [cipher.update(bytes)];
      const problem = `one GCM message has at most ${envelopeLimits.gcmMaxBytes} bytes: use the format age`;
      throw new KmsEnvelopeError('Envelope.LimitExceeded', problem);
    },
    final: () => [cipher.final(), cipher.getAuthTag()],
    dispose: () => undefined,
  };
  return { head, rest };
}

/** The SM4 library only takes whole texts. */
function sm4Sealer({ key, header, aad }: Material, iv: Uint8Array, maxBytes: number): ByteTransform {
  const whole = new Whole(maxBytes, 'use the format age', (plaintext) => {
    const { ciphertext, tag } = sealBody(header.algorithm, key.bytes, iv, aad, plaintext);
    return [ciphertext, tag];
  });
  return {
    update: (bytes) => whole.update(bytes),
    final: () => whole.final(),
    dispose() {
      whole.dispose();
      key.release();
    },
  };
}

import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type SmLibrary, smLibrary } from '../util/sm-library.js';
import type { AlgorithmFacts } from './algorithms.js';

/** An encrypted body. */
export interface SealedBody {
  readonly ciphertext: Uint8Array;
  /** Empty for CBC and CTR. */
  readonly tag: Uint8Array;
}

const noTag = new Uint8Array();
const gcm = { authTagLength: 16 } as const;

let sm4: SmLibrary['sm4'] | undefined;

/** SM4 comes from one library on every Node.js, which loads with the first message that needs it; AES is built in. */
export const needsLibrary = ({ family }: AlgorithmFacts): boolean => family === 'sm4' && sm4 === undefined;

export async function loadLibrary(): Promise<void> {
  ({ sm4 } = await smLibrary());
}

const loaded = () => sm4 as NonNullable<typeof sm4>;

const aesName = ({ keyBytes, mode }: AlgorithmFacts) => `aes-${keyBytes * 8}-${mode}` as 'aes-256-gcm';

/** Encrypts a body. CBC without padding requires whole blocks. */
export function sealBody(
  algorithm: AlgorithmFacts,
  key: Uint8Array,
  iv: Uint8Array,
  aad: Uint8Array,
  plaintext: Uint8Array,
): SealedBody {
  if (algorithm.family === 'sm4') return sealSm4(algorithm, key, iv, aad, plaintext);
  if (algorithm.mode !== 'gcm') {
    const cipher = createCipheriv(aesName(algorithm), key, iv).setAutoPadding(algorithm.padded);
    return { ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final()]), tag: noTag };
  }
  const cipher = createCipheriv(aesName(algorithm), key, iv, gcm);
  if (aad.length > 0) cipher.setAAD(aad);
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  return { ciphertext, tag: cipher.getAuthTag() };
}

/** Decrypts a body; undefined if tag or padding is wrong: callers must not learn which. */
export function openBody(
  algorithm: AlgorithmFacts,
  key: Uint8Array,
  iv: Uint8Array,
  aad: Uint8Array,
  { ciphertext, tag }: SealedBody,
): Uint8Array | undefined {
  try {
    if (algorithm.family === 'sm4') return openSm4(algorithm, key, iv, aad, { ciphertext, tag });
    if (algorithm.mode !== 'gcm') {
      const decipher = createDecipheriv(aesName(algorithm), key, iv).setAutoPadding(algorithm.padded);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
    }
    const decipher = createDecipheriv(aesName(algorithm), key, iv, gcm).setAuthTag(tag);
    if (aad.length > 0) decipher.setAAD(aad);
    const plaintext = decipher.update(ciphertext);
    decipher.final();
    return plaintext;
  } catch {
    return undefined;
  }
}

/** Tag of a header: GCM over associated data alone, even if the body uses CBC or CTR. */
export function headerTagOf(
  algorithm: AlgorithmFacts,
  key: Uint8Array,
  iv: Uint8Array,
  authenticated: Uint8Array,
): Uint8Array {
  return sealBody({ ...algorithm, mode: 'gcm' }, key, iv, authenticated, noTag).tag;
}

function sealSm4(
  { mode, padded }: AlgorithmFacts,
  key: Uint8Array,
  iv: Uint8Array,
  associatedData: Uint8Array,
  plaintext: Uint8Array,
): SealedBody {
  if (mode === 'gcm') {
    const options = { mode, iv, associatedData, output: 'array', outputTag: true } as const;
    const { output, tag } = loaded().encrypt(plaintext, key, options);
    return { ciphertext: output, tag: tag as Uint8Array };
  }
  if (mode === 'ctr') return { ciphertext: sm4Ctr(key, iv, plaintext), tag: noTag };
  if (!padded && plaintext.length % blockBytes !== 0) throw new Error('CBC without padding takes whole blocks');
  const padding = padded ? 'pkcs#7' : 'none';
  return { ciphertext: loaded().encrypt(plaintext, key, { mode, iv, padding, output: 'array' }), tag: noTag };
}

function openSm4(
  { mode, padded }: AlgorithmFacts,
  key: Uint8Array,
  iv: Uint8Array,
  associatedData: Uint8Array,
  { ciphertext, tag }: SealedBody,
): Uint8Array {
  if (mode === 'gcm') return loaded().decrypt(ciphertext, key, { mode, iv, associatedData, tag, output: 'array' });
  if (mode === 'ctr') return sm4Ctr(key, iv, ciphertext);
  if (ciphertext.length % blockBytes !== 0) throw new Error('CBC takes whole blocks');
  const blocks = loaded().decrypt(ciphertext, key, { mode, iv, padding: 'none', output: 'array' });
  return padded ? withoutPadding(blocks) : blocks;
}

const blockBytes = 16;

/** The library has no CTR, so encrypt counter blocks, 128-bit big-endian from the IV on. */
function sm4Ctr(key: Uint8Array, iv: Uint8Array, text: Uint8Array): Uint8Array {
  const counters = new Uint8Array(Math.ceil(text.length / blockBytes) * blockBytes);
  const counter = Uint8Array.from(iv);
  for (let at = 0; at < counters.length; at += blockBytes) {
    counters.set(counter, at);
    for (let i = blockBytes - 1; i >= 0; i--) {
      counter[i] = ((counter[i] as number) + 1) & 0xff;
      if (counter[i] !== 0) break;
    }
  }
  const stream = loaded().encrypt(counters, key, { mode: 'ecb', padding: 'none', output: 'array' });
  return text.map((byte, at) => byte ^ (stream[at] as number));
}

/** Checks and removes PKCS#7 padding; the library accepts any padding. */
function withoutPadding(blocks: Uint8Array): Uint8Array {
  const length = blocks.at(-1) ?? 0;
  const padding = blocks.subarray(blocks.length - length);
  if (length < 1 || length > blockBytes || !padding.every((byte) => byte === length)) throw new Error('wrong padding');
  return blocks.subarray(0, blocks.length - length);
}

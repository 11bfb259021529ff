import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KeyPairSpec } from 'alibabacloud-kms-sdk/internal';

/** A file of vectors/crypto; each says where its numbers were published. */
export const cryptoVectors = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../vectors/crypto/${name}.json`, import.meta.url), 'utf8'));

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Uint8Array => Buffer.from(text, 'hex');

const { keys } = cryptoVectors<{ keys: Record<KeyPairSpec, string> }>('keys');

/** A private key of this spec that is always the same; making one takes OpenSSL up to seconds. */
export const testPkcs8 = (spec: KeyPairSpec): Uint8Array => unhex(keys[spec]);

/** {@link testPkcs8} of an RSA or EC key. */
export const testPrivateKey = (spec: Exclude<KeyPairSpec, 'EC_SM2'>): KeyObject =>
  createPrivateKey({ key: Buffer.from(testPkcs8(spec)), format: 'der', type: 'pkcs8' });

export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

import { constants, createPublicKey, type KeyObject, publicEncrypt } from 'node:crypto';
import { type WrappingKeySpec, wrappingAlgorithms } from '../model/key-specs.js';
import type { Encrypter } from '../public-key/operations.js';
import { modulusBytes, oaepEncrypter } from '../public-key/rsa.js';
import { readSm2Spki, sm2Encrypter } from '../public-key/sm2.js';

type WrappingAlgorithm = (typeof wrappingAlgorithms)[WrappingKeySpec][number];

const encrypters: Readonly<Record<WrappingAlgorithm, (spki: Uint8Array) => Encrypter | Promise<Encrypter>>> = {
  RSAES_OAEP_SHA_256: (spki) => oaepEncrypter(rsaKey(spki), 'sha256'),
  RSAES_OAEP_SHA_1: (spki) => oaepEncrypter(rsaKey(spki), 'sha1'),
  RSAES_PKCS1_V1_5: (spki) => pkcs1Encrypter(rsaKey(spki)),
  SM2PKE: async (spki) => sm2Encrypter(await readSm2Spki(spki)),
};

const rsaKey = (spki: Uint8Array) => createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });

/** RSAES-PKCS1-v1_5, RFC 8017 7.2: mLen <= k - 11. */
const pkcs1Encrypter = (key: KeyObject): Encrypter => ({
  minBytes: 0,
  maxBytes: modulusBytes(key) - 11,
  encrypt: (plaintext) => publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plaintext),
});

/** The names of all algorithms that can wrap key material. */
export const wrappingAlgorithmNames = Object.keys(encrypters) as readonly WrappingAlgorithm[];

/** The algorithm of this name and the spec of its keys; undefined for an unknown name. */
export function wrappingOf(name: string): { algorithm: WrappingAlgorithm; keySpec: WrappingKeySpec } | undefined {
  for (const keySpec of Object.keys(wrappingAlgorithms) as WrappingKeySpec[]) {
    const algorithm = wrappingAlgorithms[keySpec].find((known) => known === name);
    if (algorithm) return { algorithm, keySpec };
  }
  return undefined;
}

/** @param spki DER of the SubjectPublicKeyInfo of a key that `algorithm` can use */
export const wrappingEncrypter = async (algorithm: WrappingAlgorithm, spki: Uint8Array): Promise<Encrypter> =>
  encrypters[algorithm](spki);

import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  attempt,
  type KeySpec,
  keySpecOf,
  readOnePem,
  readSm2Spki,
  type WrappingKeySpec,
  wrappingAlgorithms,
} from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import type { KeyMaterial } from './material.js';
import { checkMaterial } from './material-check.js';
import { oaepDecrypt, oaepEncrypt, pkcs1Decrypt, pkcs1Encrypt } from './rsa.js';
import { sm2Decrypt, sm2Encrypt } from './sm2.js';

interface WrappingScheme {
  wrap(publicKey: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array>;
  unwrap(wrappingKey: KeyMaterial, ciphertext: Uint8Array): Promise<Uint8Array | undefined>;
}

const schemes: Readonly<Record<string, WrappingScheme>> = {
  RSAES_OAEP_SHA_256: {
    wrap: async (spki, plaintext) => oaepEncrypt(rsaPublicKey(spki), 'sha256', plaintext, 'DataKey'),
    unwrap: async ({ privateKey }, ciphertext) => oaepDecrypt(privateKey, 'sha256', ciphertext),
  },
  RSAES_OAEP_SHA_1: {
    wrap: async (spki, plaintext) => oaepEncrypt(rsaPublicKey(spki), 'sha1', plaintext, 'DataKey'),
    unwrap: async ({ privateKey }, ciphertext) => oaepDecrypt(privateKey, 'sha1', ciphertext),
  },
  RSAES_PKCS1_V1_5: {
    wrap: async (spki, plaintext) => pkcs1Encrypt(rsaPublicKey(spki), plaintext, 'DataKey'),
    unwrap: async ({ privateKey }, ciphertext) => pkcs1Decrypt(privateKey, ciphertext),
  },
  SM2PKE: {
    wrap: async (spki, plaintext) => sm2Encrypt(await sm2PublicKey(spki), plaintext, 'DataKey'),
    unwrap: async (wrappingKey, ciphertext) => sm2Decrypt((await wrappingKey.sm2Key()).privateKey, ciphertext),
  },
};

export interface Wrapping {
  wrappingKeySpec: string;
  wrappingAlgorithm: string;
}

/** Checks that a wrapping key supports the algorithm. @throws ServiceError InvalidParameter */
export function checkWrapping({ wrappingKeySpec, wrappingAlgorithm }: Wrapping): WrappingKeySpec {
  const specs = Object.keys(wrappingAlgorithms) as WrappingKeySpec[];
  const spec = specs.find((known) => known === wrappingKeySpec);
  if (!spec) throw invalidParameter('WrappingKeySpec', `${specs.join(' or ')}, not ${wrappingKeySpec}`);
  const algorithms: readonly string[] = wrappingAlgorithms[spec];
  if (!algorithms.includes(wrappingAlgorithm))
    throw invalidParameter('WrappingAlgorithm', `${spec} has ${algorithms.join(', ')}, not ${wrappingAlgorithm}`);
  return spec;
}

/**
 * Encrypts a data key for a recipient.
 * @param publicKey SubjectPublicKeyInfo of the recipient, in DER or as PEM bytes
 * @throws ServiceError InvalidParameter
 */
export async function wrapKey(
  options: Wrapping & { publicKey: Uint8Array; plaintext: Uint8Array },
): Promise<Uint8Array> {
  checkWrapping(options);
  const text = Buffer.from(options.publicKey).toString('latin1');
  const spki = attempt(() => readOnePem(text, ['PUBLIC KEY']).der) ?? options.publicKey;
  return scheme(options).wrap(spki, options.plaintext);
}

/**
 * Decrypts material that was wrapped with the public half of `wrappingKey`, and checks that it is valid for a key of `spec`.
 * @throws ServiceError InvalidParameter, the same for wrong padding as for wrong material
 */
export async function unwrapMaterial(
  wrappingKey: KeyMaterial,
  options: { wrappingAlgorithm: string; encryptedKeyMaterial: Uint8Array; spec: KeySpec },
): Promise<Uint8Array> {
  const { wrappingAlgorithm, encryptedKeyMaterial, spec } = options;
  checkWrapping({ wrappingKeySpec: wrappingKey.spec, wrappingAlgorithm });
  const material = await scheme(options).unwrap(wrappingKey, encryptedKeyMaterial);
  const accepted =
    material !== undefined &&
    (await checkMaterial(spec, material).then(
      () => true,
      () => false,
    ));
  if (!accepted)
    throw invalidParameter(
      'EncryptedKeyMaterial',
      `it is not material of ${spec} that was encrypted with ${wrappingAlgorithm} and the public key of this import`,
    );
  return material;
}

const scheme = ({ wrappingAlgorithm }: Pick<Wrapping, 'wrappingAlgorithm'>): WrappingScheme =>
  schemes[wrappingAlgorithm] as WrappingScheme;

function rsaPublicKey(spki: Uint8Array): KeyObject {
  const key = attempt(() => createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }));
  if (key === undefined || keySpecOf(key) !== 'RSA_2048') throw notPublicKeyOf('RSA_2048');
  return key;
}

const sm2PublicKey = (spki: Uint8Array): Promise<string> =>
  readSm2Spki(spki).catch(() => {
    throw notPublicKeyOf('EC_SM2');
  });

const notPublicKeyOf = (spec: WrappingKeySpec) =>
  invalidParameter('PublicKeyBlob', `not the SubjectPublicKeyInfo, DER or PEM, of a key of ${spec}`);

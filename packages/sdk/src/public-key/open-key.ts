import { createPublicKey, type KeyObject } from 'node:crypto';
import { invalidInput } from '../checks.js';
import { type KeyPairSpec, type KeySpecFacts, keyPairSpecs, keySpecs } from '../model/key-specs.js';
import { derTags, readNodes, readOnly } from './der.js';
import { ecdsaVerifier } from './ec.js';
import type { Encrypter, Verifier } from './operations.js';
import { rsaEncrypters, rsaVerifiers } from './rsa.js';
import { isSm2Algorithm, readSm2Spki, sm2Encrypter, sm2Spki, sm2Verifier } from './sm2.js';

/** A public key with everything loaded that it needs, so that its operations are synchronous. */
export interface OpenKey {
  keySpec: KeyPairSpec;
  spki: Uint8Array;
  /** By algorithm: all algorithms of the spec. */
  verifiers: Readonly<Record<string, Verifier>>;
  /** By algorithm: all algorithms of the spec. */
  encrypters: Readonly<Record<string, Encrypter>>;
}

/**
 * @param spki SubjectPublicKeyInfo in DER
 * @param where where it comes from, for messages
 * @throws KmsConfigurationError `Request.Invalid`
 */
export async function openSpki(spki: Uint8Array, where: string): Promise<OpenKey> {
  let key: KeyObject;
  try {
    const [algorithm] = readNodes(readOnly(spki, derTags.sequence));
    if (isSm2Algorithm(algorithm)) return await openSm2(await readSm2Spki(spki));
    key = readSpki(spki);
  } catch (error) {
    throw invalidInput(`${where} is not a public key: it must be a SubjectPublicKeyInfo in DER`, error);
  }
  return openKeyObject(key, where);
}

/** OpenSSL accepts more than DER: refuses any encoding other than the one that it would write itself. */
function readSpki(spki: Uint8Array): KeyObject {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  if (!spkiOf(key).equals(spki)) throw new Error('Not DER');
  return key;
}

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** @throws KmsConfigurationError `Request.Invalid` for keys without a spec in KMS */
export async function openKeyObject(key: KeyObject, where: string): Promise<OpenKey> {
  const keySpec = keySpecOf(key);
  if (keySpec === undefined || isWeakRsa(key)) {
    throw invalidInput(`${where} is a public key, but of none of the specs of KMS: ${keyPairSpecs.join(', ')}`);
  }
  const spki = spkiOf(key);
  const { family }: KeySpecFacts = keySpecs[keySpec];
  return family === 'rsa'
    ? { keySpec, spki, verifiers: rsaVerifiers(key), encrypters: rsaEncrypters(key) }
    : { keySpec, spki, verifiers: { ECDSA_SHA_256: await ecdsaVerifier(key) }, encrypters: {} };
}

/** With exponent 1 every signature would verify and nothing would be encrypted; no key has an even exponent. */
function isWeakRsa(key: KeyObject): boolean {
  const exponent = key.asymmetricKeyDetails?.publicExponent;
  return exponent !== undefined && (exponent < 3n || exponent % 2n === 0n);
}

const openSm2 = async (point: string): Promise<OpenKey> => ({
  keySpec: 'EC_SM2',
  spki: sm2Spki(point),
  verifiers: { SM2DSA: await sm2Verifier(point) },
  encrypters: { SM2PKE: await sm2Encrypter(point) },
});

/** The spec of an RSA or EC key; undefined for keys that KMS does not support. */
export function keySpecOf(key: KeyObject): KeyPairSpec | undefined {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  return keyPairSpecs.find((spec) => {
    const { family, bits, primitive }: KeySpecFacts = keySpecs[spec];
    if (key.asymmetricKeyType !== family) return false;
    return family === 'rsa' ? modulusLength === bits : namedCurve === primitive;
  });
}

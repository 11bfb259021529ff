import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { inspect, promisify } from 'node:util';
import { type KeySpec, type KeySpecFacts, keySpecs } from 'alibabacloud-kms-sdk/internal';
import { generateSm2Pkcs8, readSm2Pkcs8, type Sm2Key } from './sm2-keys.js';

const generateKeyPairOnThreadPool = promisify(generateKeyPair);

/** One version's material, opened for use. Key objects are created once, on first use. */
export class KeyMaterial {
  readonly facts: KeySpecFacts;
  readonly #bytes: Uint8Array;
  #secretKey: KeyObject | undefined;
  #privateKey: KeyObject | undefined;
  #publicKey: KeyObject | undefined;
  #sm2Key: Promise<Sm2Key> | undefined;

  /** @param bytes raw bytes of a symmetric or HMAC key, PKCS#8 DER of an asymmetric one */
  constructor(
    readonly spec: KeySpec,
    bytes: Uint8Array,
  ) {
    this.facts = keySpecs[spec];
    this.#bytes = bytes;
  }

  /** Symmetric and HMAC keys. */
  get secretBytes(): Uint8Array {
    return this.#bytes;
  }

  /** Symmetric and HMAC keys. */
  get secretKey(): KeyObject {
    this.#secretKey ??= createSecretKey(this.#bytes);
    return this.#secretKey;
  }

  /** RSA and EC keys. */
  get privateKey(): KeyObject {
    this.#privateKey ??= createPrivateKey({ key: Buffer.from(this.#bytes), format: 'der', type: 'pkcs8' });
    return this.#privateKey;
  }

  /** RSA and EC keys. */
  get publicKey(): KeyObject {
    this.#publicKey ??= createPublicKey(this.privateKey);
    return this.#publicKey;
  }

  /** SM2 keys. */
  sm2Key(): Promise<Sm2Key> {
    this.#sm2Key ??= readSm2Pkcs8(this.#bytes);
    return this.#sm2Key;
  }

  [inspect.custom](): string {
    return `KeyMaterial(${this.spec})`;
  }
}

export const openMaterial = (spec: KeySpec, bytes: Uint8Array): KeyMaterial => new KeyMaterial(spec, bytes);

/** Generates material: random bytes for symmetric and HMAC keys, PKCS#8 DER for asymmetric ones. */
export async function generateMaterial(spec: KeySpec): Promise<Uint8Array> {
  const { family, bits, primitive }: KeySpecFacts = keySpecs[spec];
  switch (family) {
    case 'aes':
    case 'sm4':
    case 'hmac':
      return randomBytes(bits / 8);
    case 'rsa':
      return pkcs8(await generateKeyPairOnThreadPool('rsa', { modulusLength: bits }));
    case 'ec':
      return pkcs8(await generateKeyPairOnThreadPool('ec', { namedCurve: primitive }));
    case 'sm2':
      return generateSm2Pkcs8();
  }
}

const pkcs8 = ({ privateKey }: { privateKey: KeyObject }): Uint8Array =>
  privateKey.export({ type: 'pkcs8', format: 'der' });

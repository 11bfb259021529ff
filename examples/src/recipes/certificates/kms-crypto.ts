import { webcrypto } from 'node:crypto';
import type { Client } from 'alibabacloud-kms-sdk';
import { derToJose, type PublicKey } from 'alibabacloud-kms-sdk/public-key';

/** How WebCrypto and KMS call the signatures of certificates. */
const algorithms = {
  RSA: { web: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, kms: 'RSA_PKCS1_SHA_256' },
  EC: { web: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }, kms: 'ECDSA_SHA_256' },
} as const;

const { subtle } = webcrypto;

/** Takes the place of a private key where WebCrypto wants one; the key itself is in KMS. */
class KmsPrivateKey implements webcrypto.CryptoKey {
  readonly type = 'private';
  readonly extractable = false;
  readonly usages: webcrypto.KeyUsage[] = ['sign'];
  readonly algorithm: webcrypto.KeyAlgorithm;
  readonly #client: Client;
  readonly #key: PublicKey;

  constructor(client: Client, key: PublicKey) {
    this.#client = client;
    this.#key = key;
    this.algorithm = algorithms[key.toJwk().kty].web;
  }

  async sign(data: webcrypto.BufferSource): Promise<ArrayBuffer> {
    const message = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
    const { kty } = this.#key.toJwk();
    const { signature, keyVersionId } = await this.#client.sign({
      // The id, not the alias: what is signed names this key.
      keyId: this.#key.keyId as string,
      message: this.#key.digest({ message }),
      messageType: 'DIGEST',
      algorithm: algorithms[kty].kms,
    });
    if (keyVersionId !== this.#key.keyVersionId) {
      throw new Error(`${this.#key.keyId} has a new version: this one's public key does not verify what that signs`);
    }
    // WebCrypto's form, which the library turns into that of certificates again.
    return new Uint8Array(kty === 'EC' ? derToJose(signature, { algorithm: 'ES256' }) : signature).buffer;
  }
}

/** @param keyId a key of usage SIGN/VERIFY and of spec RSA_2048, RSA_3072, RSA_4096 or EC_P256 */
export async function kmsKeyPair(client: Client, keyId: string): Promise<webcrypto.CryptoKeyPair> {
  const key = await client.publicKey(keyId);
  const { web } = algorithms[key.toJwk().kty];
  const publicKey = await subtle.importKey('spki', key.toDer(), web, true, ['verify']);
  return { publicKey, privateKey: new KmsPrivateKey(client, key) };
}

const sign: webcrypto.SubtleCrypto['sign'] = async (algorithm, key, data) =>
  key instanceof KmsPrivateKey ? key.sign(data) : subtle.sign(algorithm, key, data);

/** Node.js's WebCrypto, which also signs with keys of KMS. */
export const kmsCrypto = {
  getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
  randomUUID: webcrypto.randomUUID.bind(webcrypto),
  subtle: new Proxy(subtle, {
    get: (target, name) => (name === 'sign' ? sign : Reflect.get(target, name).bind(target)),
  }),
} as webcrypto.Crypto;

// Keys of kms.yaml, and what they can do.
import { createHash } from 'node:crypto';
import { sm3 } from 'sm-crypto-v2';

const modes = (cipher) => ['GCM', 'CBC', 'ECB'].map((mode) => `${cipher}_${mode}`);

export const symmetricKeys = [
  { id: 'key-aes-256', algorithms: modes('AES') },
  { id: 'key-aes-192', algorithms: modes('AES') },
  { id: 'key-aes-128', algorithms: modes('AES') },
  { id: 'key-rotated', algorithms: [] },
  { id: 'key-sm4', algorithms: modes('SM4') },
];

const rsaBits = [2048, 3072, 4096];

export const asymmetricCiphers = [
  ...rsaBits.flatMap((bits) =>
    ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1'].map((algorithm) => ({ id: `key-rsa-${bits}`, algorithm })),
  ),
  { id: 'key-sm2', algorithm: 'SM2PKE' },
];

export const signers = [
  ...rsaBits.flatMap((bits) =>
    ['RSA_PSS_SHA_256', 'RSA_PKCS1_SHA_256'].map((algorithm) => ({ id: `key-rsa-${bits}-sign`, algorithm })),
  ),
  { id: 'key-ec-p256', algorithm: 'ECDSA_SHA_256' },
  { id: 'key-ec-p256k', algorithm: 'ECDSA_SHA_256' },
  { id: 'key-sm2-sign', algorithm: 'SM2DSA' },
];

export const pairSpecs = ['RSA_2048', 'EC_P256', 'EC_P256K', 'EC_SM2'];

/** A digest for MessageType DIGEST; of SM2 any 32 bytes of SM3. */
export const digestOf = (algorithm, message) =>
  algorithm === 'SM2DSA' ? Buffer.from(sm3(message), 'hex') : createHash('sha256').update(message).digest();

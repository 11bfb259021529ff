/** Facts about every KeySpec: one table, read by the client, the local KMS, the command line and the documentation. */

export type KeyUsage = 'ENCRYPT/DECRYPT' | 'SIGN/VERIFY' | 'GENERATE/VERIFY_MAC';

/** What a key is for: its cipher, type of key pair, or MAC. */
export type KeyFamily = 'aes' | 'sm4' | 'rsa' | 'ec' | 'sm2' | 'hmac';

/** Facts about a KeySpec. */
export interface KeySpecFacts {
  family: KeyFamily;
  /** Bits of a symmetric key or an RSA modulus; of the group order for elliptic curves. */
  bits: number;
  /** Algorithms by usage, the default first. A missing usage is impossible with this spec. */
  algorithms: Partial<Record<KeyUsage, readonly string[]>>;
  /** OpenSSL's name of the curve, the cipher family or the digest. */
  primitive: string;
}

const aes = (bits: number): KeySpecFacts => ({
  family: 'aes',
  bits,
  primitive: `aes-${bits}`,
  algorithms: { 'ENCRYPT/DECRYPT': ['AES_GCM', 'AES_CBC', 'AES_ECB'] },
});

const rsa = (bits: number): KeySpecFacts => ({
  family: 'rsa',
  bits,
  primitive: 'rsa',
  algorithms: {
    'ENCRYPT/DECRYPT': ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1'],
    'SIGN/VERIFY': ['RSA_PSS_SHA_256', 'RSA_PKCS1_SHA_256'],
  },
});

const ec = (primitive: string): KeySpecFacts => ({
  family: 'ec',
  bits: 256,
  primitive,
  algorithms: { 'SIGN/VERIFY': ['ECDSA_SHA_256'] },
});

const hmac = (algorithm: string, bits: number, primitive: string): KeySpecFacts => ({
  family: 'hmac',
  bits,
  primitive,
  algorithms: { 'GENERATE/VERIFY_MAC': [algorithm] },
});

/**
 * Every KeySpec of KMS: length, usages and algorithms of its keys.
 *
 * @example
 * ```ts
 * keySpecs.RSA_2048.algorithms['SIGN/VERIFY']; // ['RSA_PSS_SHA_256', 'RSA_PKCS1_SHA_256']
 * ```
 * @see https://www.alibabacloud.com/help/en/kms/
 */
export const keySpecs = {
  Aliyun_AES_256: aes(256),
  Aliyun_AES_192: aes(192),
  Aliyun_AES_128: aes(128),
  Aliyun_SM4: {
    family: 'sm4',
    bits: 128,
    primitive: 'sm4',
    algorithms: { 'ENCRYPT/DECRYPT': ['SM4_GCM', 'SM4_CBC', 'SM4_ECB'] },
  },
  RSA_2048: rsa(2048),
  RSA_3072: rsa(3072),
  RSA_4096: rsa(4096),
  EC_P256: ec('prime256v1'),
  EC_P256K: ec('secp256k1'),
  EC_SM2: {
    family: 'sm2',
    bits: 256,
    primitive: 'sm2',
    algorithms: { 'ENCRYPT/DECRYPT': ['SM2PKE'], 'SIGN/VERIFY': ['SM2DSA'] },
  },
  HMAC_SHA_224: hmac('HMAC_SHA_224', 224, 'sha224'),
  HMAC_SHA_256: hmac('HMAC_SHA_256', 256, 'sha256'),
  HMAC_SHA_384: hmac('HMAC_SHA_384', 384, 'sha384'),
  HMAC_SHA_512: hmac('HMAC_SHA_512', 512, 'sha512'),
  HMAC_SM3: hmac('HMAC_SM3', 256, 'sm3'),
} as const satisfies Record<string, KeySpecFacts>;

/** Spec of a key in KMS. */
export type KeySpec = keyof typeof keySpecs;

export const defaultKeySpec: KeySpec = 'Aliyun_AES_256';

/** Specs for GenerateDataKeyPair and related APIs. */
export const keyPairSpecs = ['RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_P256', 'EC_P256K', 'EC_SM2'] as const;
/** Spec of a key pair that KMS generates for use outside KMS. */
export type KeyPairSpec = (typeof keyPairSpecs)[number];

/** Specs of wrapping keys for import and export, and their algorithms. */
export const wrappingAlgorithms = {
  RSA_2048: ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1', 'RSAES_PKCS1_V1_5'],
  EC_SM2: ['SM2PKE'],
} as const;
export type WrappingKeySpec = keyof typeof wrappingAlgorithms;

/** The facts of a spec; undefined for an unknown name. */
export function keySpecFacts(spec: string): KeySpecFacts | undefined {
  return Object.hasOwn(keySpecs, spec) ? keySpecs[spec as KeySpec] : undefined;
}

/** Default usage of a key with this spec in CreateKey: SIGN/VERIFY if it can only sign, otherwise ENCRYPT/DECRYPT. */
export function defaultKeyUsage(facts: KeySpecFacts): KeyUsage {
  const usages = Object.keys(facts.algorithms) as KeyUsage[];
  return usages.includes('ENCRYPT/DECRYPT') ? 'ENCRYPT/DECRYPT' : (usages[0] as KeyUsage);
}

export const isSymmetric = (facts: KeySpecFacts): boolean => facts.family === 'aes' || facts.family === 'sm4';

import { checkBytes, checkObject, invalidInput } from '../checks.js';
import { type KeySpec, keySpecFacts, keySpecs } from '../model/key-specs.js';
import { decodeSignature, encodeSignature } from './ec.js';

interface JoseAlgorithmFacts {
  /** Its name in KMS. */
  algorithm: string;
  /** Specs of the keys that support it. */
  keySpecs: readonly KeySpec[];
}

const rsaSpecs = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const;

/**
 * The JOSE algorithms (RFC 7518 3.1, RFC 8812 3.2) that KMS keys can sign with, by their name in `alg`.
 *
 * @example
 * ```ts
 * await client.sign({ keyId, message, algorithm: joseAlgorithms.PS256.algorithm });
 * ```
 */
export const joseAlgorithms = {
  ES256: { algorithm: 'ECDSA_SHA_256', keySpecs: ['EC_P256'] },
  ES256K: { algorithm: 'ECDSA_SHA_256', keySpecs: ['EC_P256K'] },
  PS256: { algorithm: 'RSA_PSS_SHA_256', keySpecs: rsaSpecs },
  RS256: { algorithm: 'RSA_PKCS1_SHA_256', keySpecs: rsaSpecs },
} as const satisfies Record<string, JoseAlgorithmFacts>;

/** A signature algorithm by its name in JWS, RFC 7518. */
export type JoseAlgorithm = keyof typeof joseAlgorithms;

/**
 * The JOSE name of a signature algorithm of a key.
 *
 * @param keySpec e.g. `key.keySpec`
 * @param algorithm as KMS names it; default: the first of the spec
 * @returns undefined if JOSE has no name for it: SM2DSA, and algorithms that the spec does not have
 */
export function joseAlgorithmOf(keySpec: KeySpec, algorithm?: string): JoseAlgorithm | undefined {
  const used = algorithm ?? keySpecFacts(keySpec)?.algorithms['SIGN/VERIFY']?.[0];
  const names = Object.keys(joseAlgorithms) as JoseAlgorithm[];
  return names.find((name) => {
    const jose: JoseAlgorithmFacts = joseAlgorithms[name];
    return jose.algorithm === used && jose.keySpecs.includes(keySpec);
  });
}

/** Size of the signatures to convert: that of a JOSE algorithm, or of numbers with this many bytes. */
export type SignatureSize =
  | { algorithm: 'ES256' | 'ES256K' }
  /** Length of one number: 32 with P-256, secp256k1 and SM2, 48 with P-384, 66 with P-521; from 1 to 66. */
  | { bytes: number };

/** P-521, the largest curve in JOSE. */
const maxNumberBytes = 66;

/**
 * Converts an elliptic curve signature from DER, the form of KMS, to the form of JOSE and WebCrypto: both numbers
 * concatenated (RFC 7518 3.4). Does not check whether the signature is genuine.
 *
 * @param signature SEQUENCE of the INTEGERs r and s
 * @param size `{ algorithm: 'ES256' }`, `{ algorithm: 'ES256K' }`, or `{ bytes }` of one number
 * @throws {KmsConfigurationError} `Request.Invalid`: not strict DER, or a number that is negative or too long
 * @example
 * ```ts
 * const { signature } = await client.sign({ keyId, message: `${header}.${payload}` });
 * const jws = `${header}.${payload}.${Buffer.from(derToJose(signature, { algorithm: 'ES256' })).toString('base64url')}`;
 * ```
 */
export function derToJose(signature: Uint8Array, size: SignatureSize): Uint8Array {
  const bytes = numberBytes(size);
  const der = checkBytes('signature', signature);
  try {
    return new Uint8Array(decodeSignature(der, bytes));
  } catch (error) {
    throw invalidInput(`signature is not the DER of two numbers of at most ${bytes} bytes`, error);
  }
}

/**
 * The inverse: converts a signature of JOSE or WebCrypto to the form of `client.verify` and `PublicKey.verify`.
 *
 * @param signature r and s, each of the full length
 * @param size `{ algorithm: 'ES256' }`, `{ algorithm: 'ES256K' }`, or `{ bytes }` of one number
 * @throws {KmsConfigurationError} `Request.Invalid`: wrong length
 * @example
 * ```ts
 * key.verify({ message, signature: joseToDer(Buffer.from(jws.split('.')[2], 'base64url'), { algorithm: 'ES256' }) });
 * ```
 */
export function joseToDer(signature: Uint8Array, size: SignatureSize): Uint8Array {
  const length = 2 * numberBytes(size);
  const numbers = checkBytes('signature', signature);
  if (numbers.length !== length) throw invalidInput(`signature must be ${length} bytes long, not ${numbers.length}`);
  return new Uint8Array(encodeSignature(numbers));
}

function numberBytes(size: SignatureSize): number {
  const { algorithm, bytes } = checkObject('size', size, invalidInput) as { algorithm?: unknown; bytes?: unknown };
  if (bytes === undefined && (algorithm === 'ES256' || algorithm === 'ES256K')) {
    return keySpecs[joseAlgorithms[algorithm].keySpecs[0]].bits / 8;
  }
  const isLength = Number.isInteger(bytes) && (bytes as number) >= 1 && (bytes as number) <= maxNumberBytes;
  if (algorithm === undefined && isLength) return bytes as number;
  throw invalidInput(`size must be { algorithm: 'ES256' or 'ES256K' }, or { bytes: 1 to ${maxNumberBytes} }`);
}

import { randomBytes } from 'node:crypto';
import { invalidParameter } from '../service-error.js';
import { chooseAlgorithm } from './algorithms.js';
import { aes, blockChain, gcm, sm4 } from './block-ciphers.js';
import type { CipherParameters, CipherScheme, PaddingMode } from './cipher-scheme.js';
import type { KeyMaterial } from './material.js';
import { oaep } from './rsa.js';
import { sm2Encryption } from './sm2.js';

const schemes: Readonly<Record<string, CipherScheme>> = {
  AES_GCM: gcm(aes),
  AES_CBC: blockChain(aes, 'cbc'),
  AES_ECB: blockChain(aes, 'ecb'),
  SM4_GCM: gcm(sm4),
  SM4_CBC: blockChain(sm4, 'cbc'),
  SM4_ECB: blockChain(sm4, 'ecb'),
  RSAES_OAEP_SHA_256: oaep('sha256'),
  RSAES_OAEP_SHA_1: oaep('sha1'),
  SM2PKE: sm2Encryption,
};

/** As in requests: absent or empty fields have their default. */
export interface CipherOptions {
  /** One of the spec's algorithms; default the first. */
  algorithm?: string | undefined;
  /** 12 bytes for GCM, 16 for CBC; `encrypt` generates a random one by default. */
  iv?: Uint8Array | undefined;
  /** GCM only. */
  aad?: Uint8Array | undefined;
  /** For CBC and ECB `PKCS7_PADDING` (default) or `NO_PADDING`; for GCM, which needs none, only `NO_PADDING`. */
  paddingMode?: string | undefined;
}

export interface EncryptResult {
  ciphertext: Uint8Array;
  algorithm: string;
  /** Empty for algorithms without an IV. */
  iv: Uint8Array;
  /** Undefined for algorithms without a choice of padding, unless the request has one. */
  paddingMode: PaddingMode | undefined;
}

export type DecryptResult = Omit<EncryptResult, 'ciphertext' | 'iv'> & { plaintext: Uint8Array };

/** @throws ServiceError UnsupportedOperation, or InvalidParameter naming the parameter */
export async function encrypt(
  material: KeyMaterial,
  { plaintext, ...options }: CipherOptions & { plaintext: Uint8Array },
): Promise<EncryptResult> {
  const { algorithm, scheme, aad, paddingMode, iv: given } = resolve(material, options);
  const iv = given ?? randomIv(scheme.ivBytes);
  const ciphertext = await scheme.encrypt(material, plaintext, { iv, aad, paddingMode });
  return { ciphertext, algorithm, iv, paddingMode };
}

/**
 * @throws ServiceError UnsupportedOperation, or InvalidParameter naming the parameter;
 * the same error for every ciphertext that cannot be decrypted, whatever the reason
 */
export async function decrypt(
  material: KeyMaterial,
  { ciphertext, ...options }: CipherOptions & { ciphertext: Uint8Array },
): Promise<DecryptResult> {
  const { algorithm, scheme, aad, paddingMode, iv = new Uint8Array() } = resolve(material, options);
  if (iv.length !== scheme.ivBytes) throw invalidParameter('Iv', `${algorithm} needs the one that Encrypt answered`);
  const plaintext = await scheme.decrypt(material, ciphertext, { iv, aad, paddingMode });
  if (plaintext === undefined)
    throw invalidParameter('CiphertextBlob', 'it cannot be decrypted with this key and these parameters.');
  return { plaintext, algorithm, paddingMode };
}

type Resolved = Pick<CipherParameters, 'aad' | 'paddingMode'> & {
  algorithm: string;
  scheme: CipherScheme;
  iv: Uint8Array | undefined;
};

function resolve(material: KeyMaterial, options: CipherOptions): Resolved {
  const algorithm = chooseAlgorithm(material, 'ENCRYPT/DECRYPT', options.algorithm);
  const scheme = schemes[algorithm] as CipherScheme;
  const { aad = new Uint8Array() } = options;
  if (aad.length > 0 && !scheme.takesAad) throw invalidParameter('Aad', `${algorithm} takes none`);
  return {
    algorithm,
    scheme,
    aad,
    iv: checkIv(algorithm, scheme, options.iv),
    paddingMode: checkPaddingMode(algorithm, scheme, options.paddingMode),
  };
}

function checkIv(algorithm: string, { ivBytes }: CipherScheme, iv: Uint8Array | undefined): Uint8Array | undefined {
  if (iv === undefined || iv.length === 0) return undefined;
  if (ivBytes === 0) throw invalidParameter('Iv', `${algorithm} takes none`);
  if (iv.length !== ivBytes) throw invalidParameter('Iv', `${algorithm} takes ${ivBytes} bytes, not ${iv.length}`);
  return iv;
}

function checkPaddingMode(
  algorithm: string,
  { paddingModes }: CipherScheme,
  paddingMode: string | undefined,
): PaddingMode | undefined {
  if (!paddingMode) return paddingModes.length > 1 ? paddingModes[0] : undefined;
  if (paddingModes.length === 0) throw invalidParameter('PaddingMode', `${algorithm} takes none`);
  const known = paddingModes.find((mode) => mode === paddingMode);
  if (!known) {
    throw invalidParameter('PaddingMode', `${algorithm} takes ${paddingModes.join(' or ')}, not ${paddingMode}`);
  }
  return known;
}

let drawn = Buffer.alloc(0);

/** Draws random bytes for many uses at once, as randomUUID of Node.js does: a page of them takes as long as a few bytes. */
function randomIv(bytes: number): Uint8Array {
  if (drawn.length < bytes) drawn = randomBytes(1024);
  const iv = drawn.subarray(0, bytes);
  drawn = drawn.subarray(bytes);
  return iv;
}

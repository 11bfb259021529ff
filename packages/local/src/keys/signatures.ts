import { limits } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import { chooseAlgorithm } from './algorithms.js';
import type { KeyMaterial } from './material.js';
import type { SignatureScheme } from './signature-schemes.js';
import { ecdsa, rsaPkcs1, rsaPss, sm2dsa } from './signature-schemes.js';

const schemes: Readonly<Record<string, SignatureScheme>> = {
  RSA_PSS_SHA_256: rsaPss,
  RSA_PKCS1_SHA_256: rsaPkcs1,
  ECDSA_SHA_256: ecdsa,
  SM2DSA: sm2dsa,
};

/** As in requests: absent or empty fields have their default. */
export interface SignOptions {
  /** One of the spec's algorithms; default the first. */
  algorithm?: string | undefined;
  message: Uint8Array;
  /** `RAW` (default): the message is hashed here; `DIGEST`: it is the 32-byte digest, SM3(Z‖M) for SM2DSA. */
  messageType?: string | undefined;
}

/** @throws ServiceError UnsupportedOperation, or InvalidParameter naming the parameter */
export async function sign(
  material: KeyMaterial,
  options: SignOptions,
): Promise<{ signature: Uint8Array; algorithm: string }> {
  const { algorithm, scheme, isDigest } = resolve(material, options);
  const signature = await scheme[isDigest ? 'signDigest' : 'signMessage'](material, options.message);
  return { signature, algorithm };
}

/** @throws ServiceError UnsupportedOperation, or InvalidParameter naming the parameter; never because of the signature */
export async function verify(
  material: KeyMaterial,
  options: SignOptions & { signature: Uint8Array },
): Promise<{ valid: boolean; algorithm: string }> {
  const { algorithm, scheme, isDigest } = resolve(material, options);
  const verifier = await scheme.verifier(material);
  const valid = verifier[isDigest ? 'verifyDigest' : 'verifyMessage'](options.message, options.signature);
  return { valid, algorithm };
}

function resolve(material: KeyMaterial, { algorithm: asked, message, messageType }: SignOptions) {
  const algorithm = chooseAlgorithm(material, 'SIGN/VERIFY', asked);
  const isDigest = messageType === 'DIGEST';
  if (messageType && messageType !== 'RAW' && !isDigest)
    throw invalidParameter('MessageType', `RAW or DIGEST, not ${messageType}`);
  if (isDigest && message.length !== limits.digestBytes)
    throw invalidParameter('Digest', `${algorithm} takes ${limits.digestBytes} bytes, not ${message.length}`);
  return { algorithm, scheme: schemes[algorithm] as SignatureScheme, isDigest };
}

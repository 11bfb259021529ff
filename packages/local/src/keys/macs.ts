import { createHmac, timingSafeEqual } from 'node:crypto';
import { smLibrary } from 'alibabacloud-kms-sdk/internal';
import { chooseAlgorithm } from './algorithms.js';
import type { KeyMaterial } from './material.js';

export interface MacOptions {
  /** The algorithm of the key's spec, which is also the default. */
  algorithm?: string | undefined;
  message: Uint8Array;
}

/** HMAC, RFC 2104. @throws ServiceError UnsupportedOperation, InvalidParameter */
export async function mac(
  material: KeyMaterial,
  { algorithm: asked, message }: MacOptions,
): Promise<{ mac: Uint8Array; algorithm: string }> {
  const algorithm = chooseAlgorithm(material, 'GENERATE/VERIFY_MAC', asked);
  const { primitive } = material.facts;
  if (primitive !== 'sm3')
    return { mac: createHmac(primitive, material.secretKey).update(message).digest(), algorithm };
  const { sm3 } = await smLibrary();
  return { mac: Buffer.from(sm3(message, { key: material.secretBytes }), 'hex'), algorithm };
}

/** @throws ServiceError UnsupportedOperation, InvalidParameter; never because of the MAC */
export async function verifyMac(
  material: KeyMaterial,
  { mac: given, ...options }: MacOptions & { mac: Uint8Array },
): Promise<{ valid: boolean; algorithm: string }> {
  const { mac: expected, algorithm } = await mac(material, options);
  return { valid: given.length === expected.length && timingSafeEqual(given, expected), algorithm };
}

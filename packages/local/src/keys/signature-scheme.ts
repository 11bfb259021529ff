import type { KeyMaterial } from './material.js';

/** One signature algorithm. A signature that cannot even be read is not valid: `verify…` answers false. */
export interface SignatureScheme {
  signMessage(material: KeyMaterial, message: Uint8Array): Promise<Uint8Array>;
  verifyMessage(material: KeyMaterial, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
  signDigest(material: KeyMaterial, digest: Uint8Array): Promise<Uint8Array>;
  verifyDigest(material: KeyMaterial, digest: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** Every algorithm of KMS signs a digest of this length. */
export const digestBytes = 32;

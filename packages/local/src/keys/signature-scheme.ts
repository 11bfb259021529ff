import type { Verifier } from 'alibabacloud-kms-sdk/internal';
import type { KeyMaterial } from './material.js';

/** One signature algorithm. */
export interface SignatureScheme {
  signMessage(material: KeyMaterial, message: Uint8Array): Promise<Uint8Array>;
  signDigest(material: KeyMaterial, digest: Uint8Array): Promise<Uint8Array>;
  verifier(material: KeyMaterial): Promise<Verifier>;
}

import type { KeyMaterial } from './material.js';

export const paddingModes = ['PKCS7_PADDING', 'NO_PADDING'] as const;
export type PaddingMode = (typeof paddingModes)[number];

export interface CipherParameters {
  /** As long as the scheme says; empty for schemes without an IV. */
  iv: Uint8Array;
  aad: Uint8Array;
  /** Undefined for schemes that are not padded by choice. */
  paddingMode: PaddingMode | undefined;
}

/** One encryption algorithm, and which parameters it takes. */
export interface CipherScheme {
  /** 0: has none. */
  ivBytes: number;
  takesAad: boolean;
  /** What PaddingMode may be: the default first; with only one there is nothing to choose. */
  paddingModes: readonly PaddingMode[];
  /** @throws ServiceError InvalidParameter for plaintext that does not fit the algorithm */
  encrypt(material: KeyMaterial, plaintext: Uint8Array, parameters: CipherParameters): Promise<Uint8Array>;
  /** Undefined when it cannot be decrypted: callers must not learn why. */
  decrypt(material: KeyMaterial, ciphertext: Uint8Array, parameters: CipherParameters): Promise<Uint8Array | undefined>;
}

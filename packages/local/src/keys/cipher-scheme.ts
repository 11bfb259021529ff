import type { KeyMaterial } from './material.js';

export const paddingModes = ['PKCS7_PADDING', 'NO_PADDING'] as const;
export type PaddingMode = (typeof paddingModes)[number];

export interface CipherParameters {
  /** Of the scheme's length; empty for schemes without an IV. */
  iv: Uint8Array;
  aad: Uint8Array;
  /** Undefined for schemes without a choice of padding. */
  paddingMode: PaddingMode | undefined;
}

/** An encryption algorithm and its parameters. */
export interface CipherScheme {
  /** 0: no IV. */
  ivBytes: number;
  takesAad: boolean;
  /** Allowed values of PaddingMode, the default first; a single one leaves no choice. */
  paddingModes: readonly PaddingMode[];
  /** @throws ServiceError InvalidParameter for plaintext that does not fit the algorithm */
  encrypt(material: KeyMaterial, plaintext: Uint8Array, parameters: CipherParameters): Promise<Uint8Array>;
  /** Undefined if decryption fails: callers must not learn why. */
  decrypt(material: KeyMaterial, ciphertext: Uint8Array, parameters: CipherParameters): Promise<Uint8Array | undefined>;
}

import type { EncryptionContext, FutureValue, KmsResponse } from './response.js';

/** Algorithm of an encryption; which ones a key can do is in its spec. */
export type EncryptionAlgorithm =
  | 'AES_GCM'
  | 'AES_CBC'
  | 'AES_ECB'
  | 'SM4_GCM'
  | 'SM4_CBC'
  | 'SM4_ECB'
  | 'RSAES_OAEP_SHA_256'
  | 'RSAES_OAEP_SHA_1'
  | 'SM2PKE'
  | FutureValue;

/** What fills up the last block in the modes CBC and ECB. */
export type PaddingMode = 'PKCS7_PADDING' | 'NO_PADDING' | FutureValue;

/** Request of `encrypt`. */
export interface EncryptRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** What to encrypt, up to 6,144 bytes with a symmetric key. A string is taken as UTF-8. */
  plaintext: Uint8Array | string;
  /** Default: the first of the key's spec. Through OpenAPI, give it for asymmetric keys only. */
  algorithm?: EncryptionAlgorithm;
  /** Client key only: bytes that decryption needs again, with GCM. A string is taken as UTF-8. */
  aad?: Uint8Array | string;
  /** Client key only: initialisation vector, 12 bytes with GCM. Default: random, in the answer. */
  iv?: Uint8Array;
  /** Client key only, with CBC and ECB. Default PKCS7_PADDING. */
  paddingMode?: PaddingMode;
  /** OpenAPI only, symmetric keys: names and values that decryption needs again. */
  encryptionContext?: EncryptionContext;
  /** OpenAPI only, and needed there for asymmetric keys: the version to use, 36 characters. */
  keyVersionId?: string;
  /** OpenAPI only: checks the call without doing it, and always fails (`DryRunOperationError`: it would succeed). */
  dryRun?: boolean;
}

/** Response of `encrypt`. */
export interface EncryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** Client key only: decryption needs it. Through OpenAPI it is inside of the ciphertext. */
  iv?: Uint8Array;
  /** Client key only: the algorithm that was used. */
  algorithm?: EncryptionAlgorithm;
  /** Client key only. */
  paddingMode?: PaddingMode;
  /** Version of the key that did the work. */
  keyVersionId?: string;
}

/** Request of `decrypt`. */
export interface DecryptRequest {
  /** The ciphertext, as encrypt answered it. */
  ciphertextBlob: Uint8Array;
  /** Needed with a client key and for asymmetric keys; through OpenAPI the ciphertext of a symmetric key names its key. */
  keyId?: string;
  /** As at encryption. */
  algorithm?: EncryptionAlgorithm;
  /** Client key only: the same bytes as at encryption. */
  aad?: Uint8Array | string;
  /** Client key only: the `iv` of the encryption's answer. */
  iv?: Uint8Array;
  /** Client key only: as at encryption. */
  paddingMode?: PaddingMode;
  /** OpenAPI only: the same names and values as at encryption. */
  encryptionContext?: EncryptionContext;
  /**
   * With a client key: the version that encrypted, when the key was rotated since; default the current one.
   * Through OpenAPI: needed for asymmetric keys.
   */
  keyVersionId?: string;
  /** OpenAPI only: attestation of an enclave to answer to, in `ciphertextForRecipient`. */
  recipient?: string;
  /** OpenAPI only: checks the call without doing it, and always fails. */
  dryRun?: boolean;
}

/** Response of `decrypt`. */
export interface DecryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The plaintext; not shown by `util.inspect`. */
  plaintext: Uint8Array;
  /** Client key only. */
  algorithm?: EncryptionAlgorithm;
  /** Client key only. */
  paddingMode?: PaddingMode;
  /** Version of the key that did the work. */
  keyVersionId?: string;
  /** The plaintext for the enclave of `recipient`. */
  ciphertextForRecipient?: Uint8Array;
}

/** Request of `advanceEncrypt`. */
export interface AdvanceEncryptRequest {
  /** The symmetric key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** What to encrypt, up to 6,144 bytes. A string is taken as UTF-8. */
  plaintext: Uint8Array | string;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string;
  /** Default: the first of the key's spec. */
  algorithm?: EncryptionAlgorithm;
  /** Initialisation vector, 12 bytes. Default: random. */
  iv?: Uint8Array;
  /** Default: the key's. */
  paddingMode?: PaddingMode;
}

/** Response of `advanceEncrypt`. */
export interface AdvanceEncryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Key version, algorithm, IV and ciphertext: everything that advanceDecrypt needs but the `aad`. */
  ciphertextBlob: Uint8Array;
  /** The IV that is in `ciphertextBlob`. */
  iv?: Uint8Array;
  /** The algorithm that was used. */
  algorithm: EncryptionAlgorithm;
  paddingMode?: PaddingMode;
  /** Version of the key that did the work. */
  keyVersionId?: string;
}

/** Request of `advanceDecrypt`. */
export interface AdvanceDecryptRequest {
  /** The ciphertext, as advanceEncrypt answered it. */
  ciphertextBlob: Uint8Array;
  /** The same bytes as at encryption. */
  aad?: Uint8Array | string;
  /** Not needed: the ciphertext names its key. */
  keyId?: string;
  /** Not needed. */
  algorithm?: EncryptionAlgorithm;
  /** Not needed. */
  iv?: Uint8Array;
  /** Not needed. */
  paddingMode?: PaddingMode;
}

/** Response of `advanceDecrypt`. */
export interface AdvanceDecryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The plaintext; not shown by `util.inspect`. */
  plaintext: Uint8Array;
  algorithm: EncryptionAlgorithm;
  paddingMode?: PaddingMode;
  /** Version of the key that did the work. */
  keyVersionId?: string;
}

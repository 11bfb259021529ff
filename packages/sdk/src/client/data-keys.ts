import type { KeyPairSpec } from '../model/key-specs.js';
import type { EncryptionAlgorithm } from './encryption.js';
import type { EncryptionContext, FutureValue, KmsResponse } from './response.js';

/** Request of `generateDataKey`. */
export interface GenerateDataKeyRequest {
  /** The symmetric key to encrypt the data key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Length of the data key, 1 to 1,024 bytes. Default 32. */
  numberOfBytes?: number;
  /** Client key only. Default: the first of the key's spec. */
  algorithm?: EncryptionAlgorithm;
  /** Client key only: bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string;
  /** OpenAPI only: names and values that decryption needs again. */
  encryptionContext?: EncryptionContext;
  /** OpenAPI only: attestation of an enclave to answer to, in `ciphertextForRecipient`. */
  recipient?: string;
  /** OpenAPI only: checks the call without doing it, and always fails. */
  dryRun?: boolean;
}

/** Response of `generateDataKey`. */
export interface GenerateDataKeyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The data key; not shown by `util.inspect`. Use it, then forget it. */
  plaintext: Uint8Array;
  /** The data key encrypted: keep this beside the data; decrypt opens it. */
  ciphertextBlob: Uint8Array;
  /** Client key only: decrypt needs it. */
  iv?: Uint8Array;
  /** Client key only. */
  algorithm?: EncryptionAlgorithm;
  /** Version of the key that did the work. */
  keyVersionId?: string;
  /** The data key for the enclave of `recipient`. */
  ciphertextForRecipient?: Uint8Array;
}

/** Request of `advanceGenerateDataKey`. */
export interface AdvanceGenerateDataKeyRequest {
  /** The symmetric key to encrypt the data key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Length of the data key, 1 to 1,024 bytes. Default 32. */
  numberOfBytes?: number;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string;
}

/** Response of `advanceGenerateDataKey`. */
export interface AdvanceGenerateDataKeyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The data key; not shown by `util.inspect`. Use it, then forget it. */
  plaintext: Uint8Array;
  /** The data key encrypted: keep this beside the data; advanceDecrypt opens it. */
  ciphertextBlob: Uint8Array;
  /** The IV that is in `ciphertextBlob`. */
  iv?: Uint8Array;
  algorithm: EncryptionAlgorithm;
  /** Version of the key that did the work. */
  keyVersionId?: string;
}

/** How a generated key is written: PEM text, or DER. */
export type KeyFormat = 'PEM' | 'DER' | FutureValue;

/** Request of `advanceGenerateDataKeyPair` and its form without plaintext. */
export interface AdvanceGenerateDataKeyPairRequest {
  /** The symmetric key to encrypt the private key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Kind of key pair. */
  keyPairSpec: KeyPairSpec | FutureValue;
  /** How both keys are written. */
  keyFormat: KeyFormat;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string;
}

/** Request of `generateDataKeyPair` and its form without plaintext. */
export interface GenerateDataKeyPairRequest extends AdvanceGenerateDataKeyPairRequest {
  /** How the private key is encrypted. Default: the first of the key's spec. */
  algorithm?: EncryptionAlgorithm;
}

/** Response of `generateDataKeyPairWithoutPlaintext` and its Advance form. */
export interface GenerateDataKeyPairWithoutPlaintextResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  keyPairSpec: KeyPairSpec | FutureValue;
  /** The private key (PKCS#8) encrypted; decrypt opens it, or advanceDecrypt what an Advance call made. */
  privateKeyCiphertextBlob: Uint8Array;
  /** The public key (SubjectPublicKeyInfo): the bytes of PEM text, or DER. */
  publicKey: Uint8Array;
  /** decrypt needs it; what an Advance call made has it inside. */
  iv?: Uint8Array;
  algorithm: EncryptionAlgorithm;
  /** Version of the key that did the work. */
  keyVersionId?: string;
}

/** Response of `generateDataKeyPair` and its Advance form. */
export interface GenerateDataKeyPairResponse extends GenerateDataKeyPairWithoutPlaintextResponse {
  /** The private key (PKCS#8): the bytes of PEM text, or DER; not shown by `util.inspect`. */
  privateKeyPlaintext: Uint8Array;
}

/** Request of `generateRandom`. */
export interface GenerateRandomRequest {
  /** How many bytes, 1 to 1,024. */
  length: number;
}

/** Response of `generateRandom`. */
export interface GenerateRandomResponse extends KmsResponse {
  /** The bytes; not shown by `util.inspect`. */
  random: Uint8Array;
}

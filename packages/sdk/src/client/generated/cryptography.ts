// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { FutureValue } from '../../model/future-value.js';
import type { KeyPairSpec } from '../../model/key-specs.js';
import type { EncryptionContext, KmsResponse } from '../response.js';
import type {
  AsymmetricEncryptionAlgorithm,
  DataKeySpec,
  EncryptionAlgorithm,
  KeyFormat,
  MacAlgorithm,
  MessageType,
  PaddingMode,
  SigningAlgorithm,
  WrappingAlgorithm,
  WrappingKeySpec,
} from './enumerations.js';
import type { ManagedDataKeyVersion } from './objects.js';

/** Request of `encrypt`. */
export interface EncryptRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** What to encrypt, up to 6,144 bytes with a symmetric key. A string is taken as UTF-8. */
  plaintext: Uint8Array | string;
  /** Default: the first algorithm of the key's spec. With an AccessKey, give it for asymmetric keys only. */
  algorithm?: EncryptionAlgorithm | undefined;
  /** Client key only, GCM: bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
  /** Client key only: initialization vector, 12 bytes with GCM. Default: random, in the response. */
  iv?: Uint8Array | undefined;
  /** Client key only, CBC and ECB. Default PKCS7_PADDING. */
  paddingMode?: PaddingMode | undefined;
  /**
   * AccessKey only: checks the call without executing it. Always fails; with `DryRunOperationError` when the call
   * would have succeeded.
   */
  dryRun?: boolean | undefined;
  /** AccessKey only, symmetric keys: names and values that decryption needs again. */
  encryptionContext?: EncryptionContext | undefined;
  /** AccessKey only, and required there for asymmetric keys: the key version, 36 characters. */
  keyVersionId?: string | undefined;
}

/** Response of `encrypt`. */
export interface EncryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** Client key only: decrypt needs it. With an AccessKey it is inside the ciphertext. */
  iv?: Uint8Array;
  /** Client key only: the algorithm that was used. */
  algorithm?: EncryptionAlgorithm;
  /** Client key only. */
  paddingMode?: PaddingMode;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `decrypt`. */
export interface DecryptRequest {
  /** The ciphertext that encrypt returned. */
  ciphertextBlob: Uint8Array;
  /**
   * Required with a client key and for asymmetric keys. With an AccessKey the ciphertext of a symmetric key names its
   * key.
   */
  keyId?: string | undefined;
  /** The algorithm of the encryption. */
  algorithm?: EncryptionAlgorithm | undefined;
  /** Client key only: the same bytes as at encryption. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
  /** Client key only: the `iv` that encrypt returned. */
  iv?: Uint8Array | undefined;
  /** Client key only: as at encryption. */
  paddingMode?: PaddingMode | undefined;
  /**
   * AccessKey only: checks the call without executing it. Always fails; with `DryRunOperationError` when the call
   * would have succeeded.
   */
  dryRun?: boolean | undefined;
  /** AccessKey only: the same names and values as at encryption. */
  encryptionContext?: EncryptionContext | undefined;
  /** AccessKey only: attestation of an enclave. The response then has `ciphertextForRecipient`. */
  recipient?: string | undefined;
  /**
   * With a client key: the version that encrypted, if the key was rotated since; default the current one. With an
   * AccessKey: required for asymmetric keys.
   */
  keyVersionId?: string | undefined;
}

/** Response of `decrypt`. */
export interface DecryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The plaintext. Not shown by `util.inspect`. */
  plaintext: Uint8Array;
  /** Client key only. */
  algorithm?: EncryptionAlgorithm;
  /** Client key only. */
  paddingMode?: PaddingMode;
  /** The plaintext for the enclave of `recipient`. */
  ciphertextForRecipient?: Uint8Array;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `sign`. */
export interface SignRequest {
  /** The asymmetric key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** The message; with `messageType: 'DIGEST'` its hash (32 bytes, a Uint8Array). A string is taken as UTF-8. */
  message: Uint8Array | string;
  /** Default: the first algorithm of the key's spec. Required with an AccessKey. */
  algorithm?: SigningAlgorithm | undefined;
  /**
   * Default RAW. With an AccessKey this client hashes the message itself, except for SM2DSA, whose hash covers the
   * public key: give the digest there, which `PublicKey.digest` makes.
   */
  messageType?: MessageType | undefined;
  /**
   * AccessKey only: checks the call without executing it. Always fails; with `DryRunOperationError` when the call
   * would have succeeded.
   */
  dryRun?: boolean | undefined;
  /** AccessKey only, and required there: the key version, 36 characters. */
  keyVersionId?: string | undefined;
}

/** Response of `sign`. */
export interface SignResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The signature; of elliptic curves and SM2 in DER. */
  signature: Uint8Array;
  /** Client key only: the algorithm that was used. */
  algorithm?: SigningAlgorithm;
  /** Client key only. */
  messageType?: MessageType;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `verify`. */
export interface VerifyRequest {
  /** The asymmetric key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** The signature; of elliptic curves and SM2 in DER: `joseToDer` converts JOSE's. */
  signature: Uint8Array;
  /** The message; with `messageType: 'DIGEST'` its hash (32 bytes, a Uint8Array). A string is taken as UTF-8. */
  message: Uint8Array | string;
  /** Default: the first algorithm of the key's spec. Required with an AccessKey. */
  algorithm?: SigningAlgorithm | undefined;
  /**
   * Default RAW. With an AccessKey this client hashes the message itself, except for SM2DSA, whose hash covers the
   * public key: give the digest there, which `PublicKey.digest` makes.
   */
  messageType?: MessageType | undefined;
  /**
   * AccessKey only: checks the call without executing it. Always fails; with `DryRunOperationError` when the call
   * would have succeeded.
   */
  dryRun?: boolean | undefined;
  /** AccessKey only, and required there: the key version, 36 characters. */
  keyVersionId?: string | undefined;
}

/** Response of `verify`. */
export interface VerifyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Whether the signature is genuine; a false one is no error. */
  value: boolean;
  /** Client key only. */
  algorithm?: SigningAlgorithm;
  /** Client key only. */
  messageType?: MessageType;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `generateRandom`. */
export interface GenerateRandomRequest {
  /** How many bytes, 1 to 1,024. */
  length: number;
}

/** Response of `generateRandom`. */
export interface GenerateRandomResponse extends KmsResponse {
  /** The bytes. Not shown by `util.inspect`. */
  random: Uint8Array;
}

/** Request of `generateDataKey`. */
export interface GenerateDataKeyRequest {
  /** The symmetric key to encrypt the data key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Client key only. Default: the first algorithm of the key's spec. */
  algorithm?: EncryptionAlgorithm | undefined;
  /** Length of the data key, 1 to 1,024 bytes. Default 32. */
  numberOfBytes?: number | undefined;
  /** Client key only: bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
  /**
   * AccessKey only: checks the call without executing it. Always fails; with `DryRunOperationError` when the call
   * would have succeeded.
   */
  dryRun?: boolean | undefined;
  /** AccessKey only: names and values that decryption needs again. */
  encryptionContext?: EncryptionContext | undefined;
  /** AccessKey only: attestation of an enclave. The response then has `ciphertextForRecipient`. */
  recipient?: string | undefined;
}

/** Response of `generateDataKey`. */
export interface GenerateDataKeyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The data key. Not shown by `util.inspect`. Use it, then forget it. */
  plaintext: Uint8Array;
  /** The encrypted data key: store it beside the data; decrypt opens it. */
  ciphertextBlob: Uint8Array;
  /** Client key only: decrypt needs it. */
  iv?: Uint8Array;
  /** Client key only. */
  algorithm?: EncryptionAlgorithm;
  /** The data key for the enclave of `recipient`. */
  ciphertextForRecipient?: Uint8Array;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `getPublicKey`. */
export interface GetPublicKeyRequest {
  /** The asymmetric key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /**
   * AccessKey only: checks the call without executing it. Always fails; with `DryRunOperationError` when the call
   * would have succeeded.
   */
  dryRun?: boolean | undefined;
  /** AccessKey only, and required there: the key version, 36 characters. */
  keyVersionId?: string | undefined;
}

/** Response of `getPublicKey`. */
export interface GetPublicKeyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The public key as PEM text (SubjectPublicKeyInfo). */
  publicKey: string;
  /** The version that the public key belongs to. */
  keyVersionId?: string;
}

/** Request of `advanceEncrypt`. */
export interface AdvanceEncryptRequest {
  /** The symmetric key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** What to encrypt, up to 6,144 bytes. A string is taken as UTF-8. */
  plaintext: Uint8Array | string;
  /** Default: the first algorithm of the key's spec. */
  algorithm?: EncryptionAlgorithm | undefined;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
  /** Initialization vector, 12 bytes. Default: random. */
  iv?: Uint8Array | undefined;
  /** Default: the key's. */
  paddingMode?: PaddingMode | undefined;
}

/** Response of `advanceEncrypt`. */
export interface AdvanceEncryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Key version, algorithm, IV and ciphertext: everything that advanceDecrypt needs but the `aad`. */
  ciphertextBlob: Uint8Array;
  /** The algorithm that was used. */
  algorithm: EncryptionAlgorithm;
  /** The IV inside `ciphertextBlob`. */
  iv?: Uint8Array;
  paddingMode?: PaddingMode;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `advanceDecrypt`. */
export interface AdvanceDecryptRequest {
  /** The ciphertext that advanceEncrypt returned. */
  ciphertextBlob: Uint8Array;
  /** Not needed: the ciphertext names its key. */
  keyId?: string | undefined;
  /** Not needed. */
  algorithm?: EncryptionAlgorithm | undefined;
  /** The same bytes as at encryption. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
  /** Not needed. */
  iv?: Uint8Array | undefined;
  /** Not needed. */
  paddingMode?: PaddingMode | undefined;
}

/** Response of `advanceDecrypt`. */
export interface AdvanceDecryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The plaintext. Not shown by `util.inspect`. */
  plaintext: Uint8Array;
  algorithm: EncryptionAlgorithm;
  paddingMode?: PaddingMode;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `advanceGenerateDataKey`. */
export interface AdvanceGenerateDataKeyRequest {
  /** The symmetric key to encrypt the data key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Length of the data key, 1 to 1,024 bytes. Default 32. */
  numberOfBytes?: number | undefined;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
}

/** Response of `advanceGenerateDataKey`. */
export interface AdvanceGenerateDataKeyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** The data key. Not shown by `util.inspect`. Use it, then forget it. */
  plaintext: Uint8Array;
  /** The encrypted data key: store it beside the data; advanceDecrypt opens it. */
  ciphertextBlob: Uint8Array;
  algorithm: EncryptionAlgorithm;
  /** The IV inside `ciphertextBlob`. */
  iv?: Uint8Array;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `generateDataKeyPair`. */
export interface GenerateDataKeyPairRequest {
  /** The symmetric key to encrypt the private key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Kind of key pair. */
  keyPairSpec: KeyPairSpec | FutureValue;
  /** How both keys are written. */
  keyFormat: KeyFormat;
  /** How the private key is encrypted. Default: the first algorithm of the key's spec. */
  algorithm?: EncryptionAlgorithm | undefined;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
}

/** Response of `generateDataKeyPair`. */
export interface GenerateDataKeyPairResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  keyPairSpec: KeyPairSpec | FutureValue;
  /** The private key (PKCS#8): the bytes of PEM text, or DER. Not shown by `util.inspect`. */
  privateKeyPlaintext: Uint8Array;
  /** The encrypted private key (PKCS#8); decrypt opens it. */
  privateKeyCiphertextBlob: Uint8Array;
  /** The public key (SubjectPublicKeyInfo): the bytes of PEM text, or DER. */
  publicKey: Uint8Array;
  algorithm: EncryptionAlgorithm;
  /** decrypt needs it. */
  iv?: Uint8Array;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `generateDataKeyPairWithoutPlaintext`. */
export interface GenerateDataKeyPairWithoutPlaintextRequest {
  /** The symmetric key to encrypt the private key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Kind of key pair. */
  keyPairSpec: KeyPairSpec | FutureValue;
  /** How both keys are written. */
  keyFormat: KeyFormat;
  /** How the private key is encrypted. Default: the first algorithm of the key's spec. */
  algorithm?: EncryptionAlgorithm | undefined;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
}

/** Response of `generateDataKeyPairWithoutPlaintext`. */
export interface GenerateDataKeyPairWithoutPlaintextResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  keyPairSpec: KeyPairSpec | FutureValue;
  /** The encrypted private key (PKCS#8); decrypt opens it. */
  privateKeyCiphertextBlob: Uint8Array;
  /** The public key (SubjectPublicKeyInfo): the bytes of PEM text, or DER. */
  publicKey: Uint8Array;
  algorithm: EncryptionAlgorithm;
  /** decrypt needs it. */
  iv?: Uint8Array;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `advanceGenerateDataKeyPair`. */
export interface AdvanceGenerateDataKeyPairRequest {
  /** The symmetric key to encrypt the private key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Kind of key pair. */
  keyPairSpec: KeyPairSpec | FutureValue;
  /** How both keys are written. */
  keyFormat: KeyFormat;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
}

/** Response of `advanceGenerateDataKeyPair`. */
export interface AdvanceGenerateDataKeyPairResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  keyPairSpec: KeyPairSpec | FutureValue;
  /** The private key (PKCS#8): the bytes of PEM text, or DER. Not shown by `util.inspect`. */
  privateKeyPlaintext: Uint8Array;
  /** The encrypted private key (PKCS#8); advanceDecrypt opens it. */
  privateKeyCiphertextBlob: Uint8Array;
  /** The public key (SubjectPublicKeyInfo): the bytes of PEM text, or DER. */
  publicKey: Uint8Array;
  algorithm: EncryptionAlgorithm;
  /** The IV inside `privateKeyCiphertextBlob`. */
  iv?: Uint8Array;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `advanceGenerateDataKeyPairWithoutPlaintext`. */
export interface AdvanceGenerateDataKeyPairWithoutPlaintextRequest {
  /** The symmetric key to encrypt the private key under: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Kind of key pair. */
  keyPairSpec: KeyPairSpec | FutureValue;
  /** How both keys are written. */
  keyFormat: KeyFormat;
  /** Bytes that decryption needs again. A string is taken as UTF-8. */
  aad?: Uint8Array | string | undefined;
}

/** Response of `advanceGenerateDataKeyPairWithoutPlaintext`. */
export interface AdvanceGenerateDataKeyPairWithoutPlaintextResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  keyPairSpec: KeyPairSpec | FutureValue;
  /** The encrypted private key (PKCS#8); advanceDecrypt opens it. */
  privateKeyCiphertextBlob: Uint8Array;
  /** The public key (SubjectPublicKeyInfo): the bytes of PEM text, or DER. */
  publicKey: Uint8Array;
  algorithm: EncryptionAlgorithm;
  /** The IV inside `privateKeyCiphertextBlob`. */
  iv?: Uint8Array;
  /** Version of the key that was used. */
  keyVersionId?: string;
}

/** Request of `asymmetricEncrypt`. */
export interface AsymmetricEncryptRequest {
  /** Algorithm; the key's spec determines which are possible. */
  algorithm: AsymmetricEncryptionAlgorithm;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) return it. */
  keyVersionId: string;
  /** Plaintext to encrypt. A string is encoded as UTF-8. */
  plaintext: Uint8Array | string;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
}

/** Response of `asymmetricEncrypt`. */
export interface AsymmetricEncryptResponse extends KmsResponse {
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
}

/** Request of `asymmetricDecrypt`. */
export interface AsymmetricDecryptRequest {
  /** Algorithm; the key's spec determines which are possible. */
  algorithm: AsymmetricEncryptionAlgorithm;
  /** Ciphertext, as the encrypting call returned it. */
  ciphertextBlob: Uint8Array;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) return it. */
  keyVersionId: string;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
  recipient?: string | undefined;
}

/** Response of `asymmetricDecrypt`. */
export interface AsymmetricDecryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
  /** The plaintext. */
  plaintext: Uint8Array;
  ciphertextForRecipient?: Uint8Array;
}

/** Request of `asymmetricSign`. */
export interface AsymmetricSignRequest {
  /** Algorithm; the key's spec determines which are possible. */
  algorithm: SigningAlgorithm;
  /** Hash of the message: SHA-256 (32 bytes); for SM2DSA, SM3 of Z and the message. */
  digest: Uint8Array;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) return it. */
  keyVersionId: string;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
}

/** Response of `asymmetricSign`. */
export interface AsymmetricSignResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
  /** The signature: DER for elliptic curves. */
  value: Uint8Array;
}

/** Request of `asymmetricVerify`. */
export interface AsymmetricVerifyRequest {
  /** Algorithm; the key's spec determines which are possible. */
  algorithm: SigningAlgorithm;
  /** Hash of the message: SHA-256 (32 bytes); for SM2DSA, SM3 of Z and the message. */
  digest: Uint8Array;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) return it. */
  keyVersionId: string;
  /** The signature: DER for elliptic curves. */
  value: Uint8Array;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
}

/** Response of `asymmetricVerify`. */
export interface AsymmetricVerifyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
  /** Whether it is genuine; a wrong one is not an error. */
  value: boolean;
}

/** Request of `generateDataKeyWithoutPlaintext`. */
export interface GenerateDataKeyWithoutPlaintextRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
  /** Names and values, not secret, that are bound to the ciphertext; decryption needs the same ones. */
  encryptionContext?: EncryptionContext | undefined;
  /** Length of the data key by name: 32 or 16 bytes. Default AES_256. `numberOfBytes` takes precedence. */
  keySpec?: DataKeySpec | undefined;
  /** Length of the data key, 1 to 1,024 bytes. Default 32, or what `keySpec` says. */
  numberOfBytes?: number | undefined;
}

/** Response of `generateDataKeyWithoutPlaintext`. */
export interface GenerateDataKeyWithoutPlaintextResponse extends KmsResponse {
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
}

/** Request of `generateAndExportDataKey`. */
export interface GenerateAndExportDataKeyRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Public key to wrap the data key with: DER of its SubjectPublicKeyInfo. */
  publicKeyBlob: Uint8Array;
  /** How the material is wrapped. */
  wrappingAlgorithm: WrappingAlgorithm;
  /** Spec of the wrapping key. */
  wrappingKeySpec: WrappingKeySpec;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
  /** Names and values, not secret, that are bound to the ciphertext; decryption needs the same ones. */
  encryptionContext?: EncryptionContext | undefined;
  /** Length of the data key by name: 32 or 16 bytes. Default AES_256. `numberOfBytes` takes precedence. */
  keySpec?: DataKeySpec | undefined;
  /** Length of the data key, 1 to 1,024 bytes. Default 32, or what `keySpec` says. */
  numberOfBytes?: number | undefined;
}

/** Response of `generateAndExportDataKey`. */
export interface GenerateAndExportDataKeyResponse extends KmsResponse {
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** The data key, wrapped with your public key. */
  exportedDataKey: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
}

/** Request of `exportDataKey`. */
export interface ExportDataKeyRequest {
  /** Ciphertext, as the encrypting call returned it. */
  ciphertextBlob: Uint8Array;
  /** Public key to wrap the data key with: DER of its SubjectPublicKeyInfo. */
  publicKeyBlob: Uint8Array;
  /** How the material is wrapped. */
  wrappingAlgorithm: WrappingAlgorithm;
  /** Spec of the wrapping key. */
  wrappingKeySpec: WrappingKeySpec;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
  /** Names and values, not secret, that are bound to the ciphertext; decryption needs the same ones. */
  encryptionContext?: EncryptionContext | undefined;
}

/** Response of `exportDataKey`. */
export interface ExportDataKeyResponse extends KmsResponse {
  /** The data key, wrapped with your public key. */
  exportedDataKey: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
}

/** Request of `reEncrypt`. */
export interface ReEncryptRequest {
  /** Ciphertext, as the encrypting call returned it. */
  ciphertextBlob: Uint8Array;
  /** The symmetric key to encrypt under: id, ARN or alias. */
  destinationKeyId: string;
  /** Context of the new ciphertext. */
  destinationEncryptionContext?: EncryptionContext | undefined;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
  /** Algorithm of a ciphertext made with a public key. */
  sourceEncryptionAlgorithm?: AsymmetricEncryptionAlgorithm | undefined;
  /** Context that the ciphertext was encrypted with. */
  sourceEncryptionContext?: EncryptionContext | undefined;
  /** Asymmetric key of such a ciphertext. */
  sourceKeyId?: string | undefined;
  /** Version of that asymmetric key. */
  sourceKeyVersionId?: string | undefined;
}

/** Response of `reEncrypt`. */
export interface ReEncryptResponse extends KmsResponse {
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
}

/** Request of `generateMac`. */
export interface GenerateMacRequest {
  /** Algorithm; the key's spec determines which are possible. */
  algorithm: MacAlgorithm;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Message that the MAC covers. A string is encoded as UTF-8. */
  message: Uint8Array | string;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
}

/** Response of `generateMac`. */
export interface GenerateMacResponse extends KmsResponse {
  algorithm: MacAlgorithm;
  /** Id of the key. */
  keyId: string;
  /** The MAC. */
  mac: Uint8Array;
}

/** Request of `verifyMac`. */
export interface VerifyMacRequest {
  /** Algorithm; the key's spec determines which are possible. */
  algorithm: MacAlgorithm;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** The MAC to verify. */
  mac: Uint8Array;
  /** Message that the MAC covers. A string is encoded as UTF-8. */
  message: Uint8Array | string;
  /**
   * Checks the call without executing it. It always fails, with `DryRunOperationError` if the call would have
   * succeeded. Default false.
   */
  dryRun?: boolean | undefined;
}

/** Response of `verifyMac`. */
export interface VerifyMacResponse extends KmsResponse {
  algorithm: MacAlgorithm;
  /** Id of the key. */
  keyId: string;
  /** Whether it is genuine; a wrong one is not an error. */
  value: boolean;
}

/** Request of `getManagedDataKey`. */
export interface GetManagedDataKeyRequest {
  /** Name of the managed data key. */
  dataKeyName: string;
  /** Version. Default: see `useLatest`. */
  dataKeyVersionId?: string | undefined;
  /** Reads the newest version. Default false. */
  useLatest?: boolean | undefined;
}

/** Response of `getManagedDataKey`. */
export interface GetManagedDataKeyResponse extends KmsResponse {
  dataKeyName: string;
  dataKeyVersionId: string;
  dataKeyVersionName: string;
  /** The plaintext. */
  plaintext: Uint8Array;
}

/** Request of `listManagedDataKeyVersions`. */
export interface ListManagedDataKeyVersionsRequest {
  /** Name of the managed data key. */
  dataKeyName: string;
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listManagedDataKeyVersions`. */
export interface ListManagedDataKeyVersionsResponse extends KmsResponse {
  dataKeyName: string;
  managedDataKeyVersions: ManagedDataKeyVersion[];
  pageNumber: number;
  pageSize: number;
  /** Number of entries on all pages. */
  totalCount: number;
}

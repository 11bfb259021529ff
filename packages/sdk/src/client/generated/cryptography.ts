// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { EncryptionContext, KmsResponse } from '../response.js';
import type { 
  AsymmetricEncryptionAlgorithm,
  DataKeySpec,
  MacAlgorithm,
  SigningAlgorithm,
  WrappingAlgorithm,
  WrappingKeySpec,
 } from './enumerations.js';
import type { ManagedDataKeyVersion } from './objects.js';
import type { OperationOptions } from '../call-options.js';
import { entriesOfPages } from '../list-entries.js';
import { KeyMaterialOperations } from './key-material.js';

/** Request of `asymmetricEncrypt`. */
export interface AsymmetricEncryptRequest {
  /** Algorithm; the key's spec says which are possible. */
  algorithm: AsymmetricEncryptionAlgorithm;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) tell it. */
  keyVersionId: string;
  /** What to encrypt. A string is taken as UTF-8. */
  plaintext: Uint8Array | string;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
}

/** Response of `asymmetricEncrypt`. */
export interface AsymmetricEncryptResponse extends KmsResponse {
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that did the work. */
  keyVersionId: string;
}

/** Request of `asymmetricDecrypt`. */
export interface AsymmetricDecryptRequest {
  /** Algorithm; the key's spec says which are possible. */
  algorithm: AsymmetricEncryptionAlgorithm;
  /** Ciphertext, as the encrypting call answered it. */
  ciphertextBlob: Uint8Array;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) tell it. */
  keyVersionId: string;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
  recipient?: string;
}

/** Response of `asymmetricDecrypt`. */
export interface AsymmetricDecryptResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Version of the key that did the work. */
  keyVersionId: string;
  /** The plaintext. */
  plaintext: Uint8Array;
  ciphertextForRecipient?: Uint8Array;
}

/** Request of `asymmetricSign`. */
export interface AsymmetricSignRequest {
  /** Algorithm; the key's spec says which are possible. */
  algorithm: SigningAlgorithm;
  /** Hash of the message: SHA-256 (32 bytes), with SM2DSA SM3 of Z and the message. */
  digest: Uint8Array;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) tell it. */
  keyVersionId: string;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
}

/** Response of `asymmetricSign`. */
export interface AsymmetricSignResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Version of the key that did the work. */
  keyVersionId: string;
  /** The signature: DER for elliptic curves. */
  value: Uint8Array;
}

/** Request of `asymmetricVerify`. */
export interface AsymmetricVerifyRequest {
  /** Algorithm; the key's spec says which are possible. */
  algorithm: SigningAlgorithm;
  /** Hash of the message: SHA-256 (32 bytes), with SM2DSA SM3 of Z and the message. */
  digest: Uint8Array;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) tell it. */
  keyVersionId: string;
  /** The signature: DER for elliptic curves. */
  value: Uint8Array;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
}

/** Response of `asymmetricVerify`. */
export interface AsymmetricVerifyResponse extends KmsResponse {
  /** Id of the key. */
  keyId: string;
  /** Version of the key that did the work. */
  keyVersionId: string;
  /** Whether it is genuine; a false one is no error. */
  value: boolean;
}

/** Request of `generateDataKeyWithoutPlaintext`. */
export interface GenerateDataKeyWithoutPlaintextRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
  /** Names and values that are bound to the ciphertext and not secret; decryption needs the same ones. */
  encryptionContext?: EncryptionContext;
  /** Length of the data key by name: 32 or 16 bytes. Default AES_256. `numberOfBytes` goes first. */
  keySpec?: DataKeySpec;
  /** Length of the data key, 1 to 1,024 bytes. Default 32, or what `keySpec` says. */
  numberOfBytes?: number;
}

/** Response of `generateDataKeyWithoutPlaintext`. */
export interface GenerateDataKeyWithoutPlaintextResponse extends KmsResponse {
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that did the work. */
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
  /** Kind of the wrapping key. */
  wrappingKeySpec: WrappingKeySpec;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
  /** Names and values that are bound to the ciphertext and not secret; decryption needs the same ones. */
  encryptionContext?: EncryptionContext;
  /** Length of the data key by name: 32 or 16 bytes. Default AES_256. `numberOfBytes` goes first. */
  keySpec?: DataKeySpec;
  /** Length of the data key, 1 to 1,024 bytes. Default 32, or what `keySpec` says. */
  numberOfBytes?: number;
}

/** Response of `generateAndExportDataKey`. */
export interface GenerateAndExportDataKeyResponse extends KmsResponse {
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** The data key, wrapped with the public key that was given. */
  exportedDataKey: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that did the work. */
  keyVersionId: string;
}

/** Request of `exportDataKey`. */
export interface ExportDataKeyRequest {
  /** Ciphertext, as the encrypting call answered it. */
  ciphertextBlob: Uint8Array;
  /** Public key to wrap the data key with: DER of its SubjectPublicKeyInfo. */
  publicKeyBlob: Uint8Array;
  /** How the material is wrapped. */
  wrappingAlgorithm: WrappingAlgorithm;
  /** Kind of the wrapping key. */
  wrappingKeySpec: WrappingKeySpec;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
  /** Names and values that are bound to the ciphertext and not secret; decryption needs the same ones. */
  encryptionContext?: EncryptionContext;
}

/** Response of `exportDataKey`. */
export interface ExportDataKeyResponse extends KmsResponse {
  /** The data key, wrapped with the public key that was given. */
  exportedDataKey: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that did the work. */
  keyVersionId: string;
}

/** Request of `reEncrypt`. */
export interface ReEncryptRequest {
  /** Ciphertext, as the encrypting call answered it. */
  ciphertextBlob: Uint8Array;
  /** The symmetric key to encrypt under: id, ARN or alias. */
  destinationKeyId: string;
  /** Context of the new ciphertext. */
  destinationEncryptionContext?: EncryptionContext;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
  /** Algorithm of a ciphertext made with a public key. */
  sourceEncryptionAlgorithm?: AsymmetricEncryptionAlgorithm;
  /** Context that the ciphertext was made with. */
  sourceEncryptionContext?: EncryptionContext;
  /** Asymmetric key of such a ciphertext. */
  sourceKeyId?: string;
  /** Version of that asymmetric key. */
  sourceKeyVersionId?: string;
}

/** Response of `reEncrypt`. */
export interface ReEncryptResponse extends KmsResponse {
  /** The ciphertext. */
  ciphertextBlob: Uint8Array;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that did the work. */
  keyVersionId: string;
}

/** Request of `generateMac`. */
export interface GenerateMacRequest {
  /** Algorithm; the key's spec says which are possible. */
  algorithm: MacAlgorithm;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** What the MAC covers. A string is taken as UTF-8. */
  message: Uint8Array | string;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
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
  /** Algorithm; the key's spec says which are possible. */
  algorithm: MacAlgorithm;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** The MAC to check. */
  mac: Uint8Array;
  /** What the MAC covers. A string is taken as UTF-8. */
  message: Uint8Array | string;
  /**
   * Checks the call without doing it; always fails: with `DryRunOperationError` when it would have succeeded. Default
   * false.
   */
  dryRun?: boolean;
}

/** Response of `verifyMac`. */
export interface VerifyMacResponse extends KmsResponse {
  algorithm: MacAlgorithm;
  /** Id of the key. */
  keyId: string;
  /** Whether it is genuine; a false one is no error. */
  value: boolean;
}

/** Request of `getManagedDataKey`. */
export interface GetManagedDataKeyRequest {
  /** Name of the managed data key. */
  dataKeyName: string;
  /** Version. Default: see `useLatest`. */
  dataKeyVersionId?: string;
  /** Reads the newest version. Default false. */
  useLatest?: boolean;
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
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listManagedDataKeyVersions`. */
export interface ListManagedDataKeyVersionsResponse extends KmsResponse {
  dataKeyName: string;
  managedDataKeyVersions: ManagedDataKeyVersion[];
  pageNumber: number;
  pageSize: number;
  /** Entries on all pages together. */
  totalCount: number;
}

/** Calls about cryptography with an AccessKey. */
export abstract class CryptographyOperations extends KeyMaterialOperations {
  /**
   * Encrypts with the public key of an asymmetric key.
   *
   * Served by the public gateway, up to 200 calls a second in an account, and by an instance’s for a client that
   * reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricencrypt
   */
  asymmetricEncrypt(request: AsymmetricEncryptRequest, options?: OperationOptions): Promise<AsymmetricEncryptResponse> {
    return this.callAction('AsymmetricEncrypt', request, options);
  }

  /**
   * Decrypts with the private key of an asymmetric key.
   *
   * Served by the public gateway, up to 200 calls a second in an account, and by an instance’s for a client that
   * reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricdecrypt
   */
  asymmetricDecrypt(request: AsymmetricDecryptRequest, options?: OperationOptions): Promise<AsymmetricDecryptResponse> {
    return this.callAction('AsymmetricDecrypt', request, options);
  }

  /**
   * Signs a digest.
   *
   * Served by the public gateway, up to 200 calls a second in an account, and by an instance’s for a client that
   * reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @example
   * ```ts
   * const digest = createHash('sha256').update(message).digest();
   * const { value } = await client.asymmetricSign({ keyId, keyVersionId, algorithm: 'ECDSA_SHA_256', digest });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricsign
   */
  asymmetricSign(request: AsymmetricSignRequest, options?: OperationOptions): Promise<AsymmetricSignResponse> {
    return this.callAction('AsymmetricSign', request, options);
  }

  /**
   * Checks the signature of a digest; a wrong one answers `value: false` and is no error.
   *
   * Served by the public gateway, up to 200 calls a second in an account, and by an instance’s for a client that
   * reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-asymmetricverify
   */
  asymmetricVerify(request: AsymmetricVerifyRequest, options?: OperationOptions): Promise<AsymmetricVerifyResponse> {
    return this.callAction('AsymmetricVerify', request, options);
  }

  /**
   * Makes a data key and answers its ciphertext only; decrypt opens it where it is needed.
   *
   * Served by the public gateway, up to 1,000 calls a second in an account, and by an instance’s for a client that
   * reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatedatakeywithoutplaintext
   */
  generateDataKeyWithoutPlaintext(
    request: GenerateDataKeyWithoutPlaintextRequest,
    options?: OperationOptions,
  ): Promise<GenerateDataKeyWithoutPlaintextResponse> {
    return this.callAction('GenerateDataKeyWithoutPlaintext', request, options);
  }

  /**
   * Makes a data key and answers it twice: encrypted under the key, and wrapped with your public key.
   *
   * Served by the public gateway, and by an instance’s for a client that reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generateandexportdatakey
   */
  generateAndExportDataKey(
    request: GenerateAndExportDataKeyRequest,
    options?: OperationOptions,
  ): Promise<GenerateAndExportDataKeyResponse> {
    return this.callAction('GenerateAndExportDataKey', request, options);
  }

  /**
   * Wraps a data key, given as its ciphertext, with your public key.
   *
   * Served by the public gateway, and by an instance’s for a client that reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `InvalidParameter`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-exportdatakey
   */
  exportDataKey(request: ExportDataKeyRequest, options?: OperationOptions): Promise<ExportDataKeyResponse> {
    return this.callAction('ExportDataKey', request, options);
  }

  /**
   * Encrypts anew, under another key or the newest version, without showing the plaintext.
   *
   * Served by the public gateway, up to 750 calls a second in an account.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-reencrypt
   */
  reEncrypt(request: ReEncryptRequest, options?: OperationOptions): Promise<ReEncryptResponse> {
    return this.callAction('ReEncrypt', request, options);
  }

  /**
   * Computes an HMAC.
   *
   * Served by the public gateway, and by an instance’s for a client that reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatemac
   */
  generateMac(request: GenerateMacRequest, options?: OperationOptions): Promise<GenerateMacResponse> {
    return this.callAction('GenerateMac', request, options);
  }

  /**
   * Checks an HMAC; a wrong one answers `value: false` and is no error.
   *
   * Served by the public gateway, and by an instance’s for a client that reaches it with an AccessKey.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-verifymac
   */
  verifyMac(request: VerifyMacRequest, options?: OperationOptions): Promise<VerifyMacResponse> {
    return this.callAction('VerifyMac', request, options);
  }

  /**
   * Reads a data key that KMS keeps and rotates.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getmanageddatakey
   */
  getManagedDataKey(request: GetManagedDataKeyRequest, options?: OperationOptions): Promise<GetManagedDataKeyResponse> {
    return this.callAction('GetManagedDataKey', request, options);
  }

  /**
   * Lists the versions of a managed data key, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listmanageddatakeyversions
   */
  listManagedDataKeyVersions(
    request: ListManagedDataKeyVersionsRequest,
    options?: OperationOptions,
  ): Promise<ListManagedDataKeyVersionsResponse> {
    return this.callAction('ListManagedDataKeyVersions', request, options);
  }

  /**
   * The entries of all pages of {@link listManagedDataKeyVersions}: the next page is asked for when those of one are
   * used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listManagedDataKeyVersions}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.managedDataKeyVersions(request)) console.log(entry);
   * ```
   */
  managedDataKeyVersions(
    request: ListManagedDataKeyVersionsRequest,
    options?: OperationOptions,
  ): AsyncGenerator<ManagedDataKeyVersion, void, undefined> {
    return entriesOfPages(
      (page) => this.listManagedDataKeyVersions(page, options),
      request,
      ({ managedDataKeyVersions }) => managedDataKeyVersions,
    );
  }
}

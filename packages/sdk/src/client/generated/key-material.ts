// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { WrappingAlgorithm, WrappingKeySpec } from './enumerations.js';
import type { KeyVersion } from './objects.js';
import type { OperationOptions } from '../call-options.js';
import { entriesOfPages } from '../list-entries.js';
import { AliasOperations } from './aliases.js';

/** Request of `createKeyVersion`. */
export interface CreateKeyVersionRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Response of `createKeyVersion`. */
export interface CreateKeyVersionResponse extends KmsResponse {
  keyVersion: KeyVersion;
}

/** Request of `describeKeyVersion`. */
export interface DescribeKeyVersionRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) tell it. */
  keyVersionId: string;
}

/** Response of `describeKeyVersion`. */
export interface DescribeKeyVersionResponse extends KmsResponse {
  keyVersion: KeyVersion;
}

/** Request of `listKeyVersions`. */
export interface ListKeyVersionsRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Page, from 1. Default 1. */
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listKeyVersions`. */
export interface ListKeyVersionsResponse extends KmsResponse {
  keyVersions: KeyVersion[];
  pageNumber: number;
  pageSize: number;
  /** Entries on all pages together. */
  totalCount: number;
}

/** Request of `updateRotationPolicy`. */
export interface UpdateRotationPolicyRequest {
  /** Whether KMS makes a new version by itself every `rotationInterval`. Default false. */
  enableAutomaticRotation: boolean;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Time between rotations: a number with d, h, m or s, e.g. `365d`; 7 to 730 days. Needed when rotation is on. */
  rotationInterval?: string;
}

/** Response of `updateRotationPolicy`. */
export type UpdateRotationPolicyResponse = KmsResponse;

/** Request of `getParametersForImport`. */
export interface GetParametersForImportRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** How you will encrypt the material. */
  wrappingAlgorithm: WrappingAlgorithm;
  /** Kind of the wrapping key. */
  wrappingKeySpec: WrappingKeySpec;
}

/** Response of `getParametersForImport`. */
export interface GetParametersForImportResponse extends KmsResponse {
  /** Goes with the public key into importKeyMaterial. */
  importToken: string;
  /** Id of the key. */
  keyId: string;
  /** DER of the SubjectPublicKeyInfo to encrypt the material with. */
  publicKey: Uint8Array;
  /** Until then both can be used: 24 hours. */
  tokenExpireTime: Date;
}

/** Request of `importKeyMaterial`. */
export interface ImportKeyMaterialRequest {
  /** The material, encrypted with the public key of getParametersForImport. */
  encryptedKeyMaterial: Uint8Array;
  /** The token that came with that public key. */
  importToken: string;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** When the material expires: seconds since 1970; 0 for never. */
  keyMaterialExpireUnix: number;
}

/** Response of `importKeyMaterial`. */
export type ImportKeyMaterialResponse = KmsResponse;

/** Request of `deleteKeyMaterial`. */
export interface DeleteKeyMaterialRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Response of `deleteKeyMaterial`. */
export type DeleteKeyMaterialResponse = KmsResponse;

/** Calls about versions, rotation and import of key material. */
export abstract class KeyMaterialOperations extends AliasOperations {
  /**
   * Gives an asymmetric key a new version, which becomes the primary one.
   *
   * At most 50 versions, 7 days apart. Older versions go on working. Served by the public gateway. Not sent a second
   * time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.LimitExceeded`,
   * `Rejected.Disabled`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createkeyversion
   */
  createKeyVersion(request: CreateKeyVersionRequest, options?: OperationOptions): Promise<CreateKeyVersionResponse> {
    return this.callAction('CreateKeyVersion', request, options);
  }

  /**
   * Tells about one version of a key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describekeyversion
   */
  describeKeyVersion(
    request: DescribeKeyVersionRequest,
    options?: OperationOptions,
  ): Promise<DescribeKeyVersionResponse> {
    return this.callAction('DescribeKeyVersion', request, options);
  }

  /**
   * Lists the versions of a key, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkeyversions
   */
  listKeyVersions(request: ListKeyVersionsRequest, options?: OperationOptions): Promise<ListKeyVersionsResponse> {
    return this.callAction('ListKeyVersions', request, options);
  }

  /**
   * The entries of all pages of {@link listKeyVersions}: the next page is asked for when those of one are used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listKeyVersions}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.keyVersions(request)) console.log(entry);
   * ```
   */
  keyVersions(
    request: ListKeyVersionsRequest,
    options?: OperationOptions,
  ): AsyncGenerator<KeyVersion, void, undefined> {
    return entriesOfPages((page) => this.listKeyVersions(page, options), request, ({ keyVersions }) => keyVersions);
  }

  /**
   * Sets whether and how often KMS rotates a symmetric key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updaterotationpolicy
   */
  updateRotationPolicy(
    request: UpdateRotationPolicyRequest,
    options?: OperationOptions,
  ): Promise<UpdateRotationPolicyResponse> {
    return this.callAction('UpdateRotationPolicy', request, options);
  }

  /**
   * Gives the public key and the token to import material into an EXTERNAL key with.
   *
   * Both are valid for 24 hours, for this key, and together only. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getparametersforimport
   */
  getParametersForImport(
    request: GetParametersForImportRequest,
    options?: OperationOptions,
  ): Promise<GetParametersForImportResponse> {
    return this.callAction('GetParametersForImport', request, options);
  }

  /**
   * Imports material into a key of origin EXTERNAL.
   *
   * Only the same material can be imported again. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-importkeymaterial
   */
  importKeyMaterial(request: ImportKeyMaterialRequest, options?: OperationOptions): Promise<ImportKeyMaterialResponse> {
    return this.callAction('ImportKeyMaterial', request, options);
  }

  /**
   * Deletes imported material; the key is PendingImport until the same material is imported again.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletekeymaterial
   */
  deleteKeyMaterial(request: DeleteKeyMaterialRequest, options?: OperationOptions): Promise<DeleteKeyMaterialResponse> {
    return this.callAction('DeleteKeyMaterial', request, options);
  }
}

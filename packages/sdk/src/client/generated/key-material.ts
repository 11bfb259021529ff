// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { WrappingAlgorithm, WrappingKeySpec } from './enumerations.js';
import type { KeyVersion } from './objects.js';

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
  /** Version of the key, 36 characters; listKeyVersions and describeKey (`primaryKeyVersion`) return it. */
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
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listKeyVersions`. */
export interface ListKeyVersionsResponse extends KmsResponse {
  keyVersions: KeyVersion[];
  pageNumber: number;
  pageSize: number;
  /** Number of entries on all pages. */
  totalCount: number;
}

/** Request of `updateRotationPolicy`. */
export interface UpdateRotationPolicyRequest {
  /** Whether KMS creates a new version every `rotationInterval`. Default false. */
  enableAutomaticRotation: boolean;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Time between rotations: a number with d, h, m or s, e.g. `365d`; 7 to 730 days. Required if rotation is on. */
  rotationInterval?: string | undefined;
}

/** Response of `updateRotationPolicy`. */
export type UpdateRotationPolicyResponse = KmsResponse;

/** Request of `getParametersForImport`. */
export interface GetParametersForImportRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** How you will encrypt the material. */
  wrappingAlgorithm: WrappingAlgorithm;
  /** Spec of the wrapping key. */
  wrappingKeySpec: WrappingKeySpec;
}

/** Response of `getParametersForImport`. */
export interface GetParametersForImportResponse extends KmsResponse {
  /** Pass it to importKeyMaterial, with the material encrypted by the public key. */
  importToken: string;
  /** Id of the key. */
  keyId: string;
  /** DER of the SubjectPublicKeyInfo to encrypt the material with. */
  publicKey: Uint8Array;
  /** Expiry of both, after 24 hours. */
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

// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { RotationStatus, SecretDataType, SecretType } from './enumerations.js';
import type {
  Filter,
  SecretCustomData,
  SecretEntry,
  SecretFailure,
  SecretToGet,
  SecretValueEntry,
  SecretVersionEntry,
  Tag,
} from './objects.js';

/** Request of `getSecretValue`. */
export interface GetSecretValueRequest {
  /** Name of the secret. */
  secretName: string;
  /** Stage label of the version. Default ACSCurrent. */
  versionStage?: string | undefined;
  /** Which version. Default: the one that has `versionStage`. */
  versionId?: string | undefined;
  /** Whether the response has `extendedConfig`. Default false. */
  fetchExtendedConfig?: boolean | undefined;
  /**
   * AccessKey only: checks the call without executing it. Always fails; with `DryRunOperationError` when the call
   * would have succeeded.
   */
  dryRun?: boolean | undefined;
  /** AccessKey only: attestation of an enclave. The response then has `ciphertextForRecipient`. */
  recipient?: string | undefined;
}

/** Response of `getSecretValue`. */
export interface GetSecretValueResponse extends KmsResponse {
  secretName: string;
  secretType: SecretType;
  /** The value as text; of a `binary` secret its base64: see `secretBytes`. Not shown by `util.inspect`. */
  secretData: string;
  /** The value as bytes, whichever type it has. */
  secretBytes: Uint8Array;
  secretDataType: SecretDataType;
  /** Stage labels of this version. */
  versionStages: string[];
  versionId: string;
  createTime: Date;
  /** Managed secrets only. */
  lastRotationDate?: Date;
  /** Managed secrets only. */
  nextRotationDate?: Date;
  /** Managed secrets only: their settings. */
  extendedConfig?: Record<string, unknown>;
  /** Managed secrets only. */
  automaticRotation?: RotationStatus;
  /** Managed secrets only: time between rotations with its unit, e.g. `604800s`. */
  rotationInterval?: string;
  /** The value for the enclave of `recipient`. */
  ciphertextForRecipient?: Uint8Array;
}

/** Request of `createSecret`. */
export interface CreateSecretRequest {
  /**
   * The value: text of up to 30,720 bytes, or bytes whose base64 is no longer, 23,040 (`secretDataType` then defaults
   * to `binary`). Managed types have their own JSON format.
   */
  secretData: Uint8Array | string;
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Id of the first version, up to 64 characters. */
  versionId: string;
  /** The KMS instance to create it in (`kst-…`). Default: none; the key is then outside of instances. */
  dkmsInstanceId?: string | undefined;
  /** Up to 8,192 characters. */
  description?: string | undefined;
  /** Whether KMS creates a new version every `rotationInterval`. Default false. */
  enableAutomaticRotation?: boolean | undefined;
  /** Symmetric key that protects the value, in the same instance. Default: a key that KMS manages. */
  encryptionKeyId?: string | undefined;
  /** Settings of a managed secret, such as SecretSubType, DBInstanceId and CustomData. */
  extendedConfig?: Readonly<Record<string, unknown>> | undefined;
  /** The policy document, as an object or as JSON text. */
  policy?: Readonly<Record<string, unknown>> | string | undefined;
  /** Time between rotations of a managed secret: a number with d, h, m or s; 6 hours to 365 days. */
  rotationInterval?: string | undefined;
  /** `text` or `binary`. Default: by the type of `secretData`. With `binary`, text must be base64. */
  secretDataType?: SecretDataType | undefined;
  /** Generic (default) or a managed type. */
  secretType?: SecretType | undefined;
  /** Up to 20 tags; keys must not start with `aliyun` or `acs:`. */
  tags?: readonly Tag[] | undefined;
}

/** Response of `createSecret`. */
export interface CreateSecretResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  secretName: string;
  secretType: SecretType;
  versionId: string;
  /** Whether KMS rotates it; `Suspended` while a key is not Enabled. */
  automaticRotation?: RotationStatus;
  /** The instance that contains it. */
  dkmsInstanceId?: string;
  /** Settings of a managed secret. */
  extendedConfig?: Record<string, unknown>;
  nextRotationDate?: Date;
  /** Time between rotations with its unit, e.g. `31536000s`. */
  rotationInterval?: string;
}

/** Request of `putSecretValue`. */
export interface PutSecretValueRequest {
  /**
   * The value: text of up to 30,720 bytes, or bytes whose base64 is no longer, 23,040 (`secretDataType` then defaults
   * to `binary`). Managed types have their own JSON format.
   */
  secretData: Uint8Array | string;
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Id of the new version, up to 64 characters, unique in the secret. */
  versionId: string;
  /** `text` or `binary`. Default: by the type of `secretData`. With `binary`, text must be base64. */
  secretDataType?: SecretDataType | undefined;
  /** Stage labels of the new version, up to 8. Default ACSCurrent; the version that had it becomes ACSPrevious. */
  versionStages?: readonly string[] | undefined;
}

/** Response of `putSecretValue`. */
export interface PutSecretValueResponse extends KmsResponse {
  secretName: string;
  versionId: string;
  versionStages: string[];
}

/** Request of `batchGetSecretValue`. */
export interface BatchGetSecretValueRequest {
  /** Up to 20 secrets. */
  secretsList?: readonly SecretToGet[] | undefined;
}

/** Response of `batchGetSecretValue`. */
export interface BatchGetSecretValueResponse extends KmsResponse {
  /** Secrets that could not be read. */
  errors: SecretFailure[];
  /** Secrets that were read. */
  secretValues: SecretValueEntry[];
}

/** Request of `describeSecret`. */
export interface DescribeSecretRequest {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Whether to return the tags. Default false. */
  fetchTags?: boolean | undefined;
}

/** Response of `describeSecret`. */
export interface DescribeSecretResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  createTime: Date;
  secretName: string;
  secretType: SecretType;
  tags: Tag[];
  /** Whether KMS rotates it; `Suspended` while a key is not Enabled. */
  automaticRotation?: RotationStatus;
  /** The instance that contains it. */
  dkmsInstanceId?: string;
  description?: string;
  encryptionKeyId?: string;
  /** Settings of a managed secret. */
  extendedConfig?: Record<string, unknown>;
  lastRotationDate?: Date;
  nextRotationDate?: Date;
  /** The cloud product that manages it. */
  owingService?: string;
  /** When it will be permanently deleted; absent if it already is, or is not being deleted. */
  plannedDeleteTime?: Date;
  /** Time between rotations with its unit, e.g. `31536000s`. */
  rotationInterval?: string;
  updateTime?: Date;
}

/** Request of `listSecrets`. */
export interface ListSecretsRequest {
  /** Whether to return the tags. Default false. */
  fetchTags?: boolean | undefined;
  /** Filters for the result: up to 10 keys with up to 10 values each. */
  filters?: readonly Filter[] | undefined;
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listSecrets`. */
export interface ListSecretsResponse extends KmsResponse {
  pageNumber: number;
  pageSize: number;
  secretList: SecretEntry[];
  /** Number of entries on all pages. */
  totalCount: number;
}

/** Request of `listSecretVersionIds`. */
export interface ListSecretVersionIdsRequest {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Whether to include versions without a stage. Default false. */
  includeDeprecated?: boolean | undefined;
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listSecretVersionIds`. */
export interface ListSecretVersionIdsResponse extends KmsResponse {
  pageNumber: number;
  pageSize: number;
  secretName: string;
  /** Number of entries on all pages. */
  totalCount: number;
  versionIds: SecretVersionEntry[];
}

/** Request of `updateSecret`. */
export interface UpdateSecretRequest {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** New custom data of a managed secret. */
  extendedConfig?: SecretCustomData | undefined;
  /** Up to 8,192 characters. */
  description?: string | undefined;
}

/** Response of `updateSecret`. */
export interface UpdateSecretResponse extends KmsResponse {
  secretName: string;
}

/** Request of `updateSecretVersionStage`. */
export interface UpdateSecretVersionStageRequest {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** The stage label to move. */
  versionStage: string;
  /** Version to add the label to. */
  moveToVersion?: string | undefined;
  /** Version to remove the label from; ACSCurrent and ACSPrevious can be moved, not removed. */
  removeFromVersion?: string | undefined;
}

/** Response of `updateSecretVersionStage`. */
export interface UpdateSecretVersionStageResponse extends KmsResponse {
  secretName: string;
}

/** Request of `updateSecretRotationPolicy`. */
export interface UpdateSecretRotationPolicyRequest {
  /** Whether KMS creates a new version every `rotationInterval`. Default false. */
  enableAutomaticRotation: boolean;
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Time between rotations: a number with d, h, m or s; 6 hours to 365 days. Required if rotation is on. */
  rotationInterval?: string | undefined;
}

/** Response of `updateSecretRotationPolicy`. */
export interface UpdateSecretRotationPolicyResponse extends KmsResponse {
  secretName: string;
}

/** Request of `rotateSecret`. */
export interface RotateSecretRequest {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Id of the version that the rotation creates, up to 64 characters. */
  versionId: string;
}

/** Response of `rotateSecret`. */
export interface RotateSecretResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  secretName: string;
  versionId: string;
}

/** Request of `deleteSecret`. */
export interface DeleteSecretRequest {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Deletes at once; cannot be undone. Default false. */
  forceDeleteWithoutRecovery?: boolean | undefined;
  /** Days in which restoreSecret can restore it, 7 to 30. Default 30. */
  recoveryWindowInDays?: number | undefined;
}

/** Response of `deleteSecret`. */
export interface DeleteSecretResponse extends KmsResponse {
  secretName: string;
  /** When it will be permanently deleted; absent if it already is, or is not being deleted. */
  plannedDeleteTime?: Date;
}

/** Request of `restoreSecret`. */
export interface RestoreSecretRequest {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
}

/** Response of `restoreSecret`. */
export interface RestoreSecretResponse extends KmsResponse {
  secretName: string;
}

/** Request of `getSecretPolicy`. */
export interface GetSecretPolicyRequest {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Name of the policy; `default` is the only one. */
  policyName?: string | undefined;
}

/** Response of `getSecretPolicy`. */
export interface GetSecretPolicyResponse extends KmsResponse {
  policy: Record<string, unknown>;
}

/** Request of `setSecretPolicy`. */
export interface SetSecretPolicyRequest {
  /** The policy document, as an object or as JSON text. */
  policy: Readonly<Record<string, unknown>> | string;
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Name of the policy; `default` is the only one. */
  policyName?: string | undefined;
}

/** Response of `setSecretPolicy`. */
export type SetSecretPolicyResponse = KmsResponse;

/** Request of `getRandomPassword`. */
export interface GetRandomPasswordRequest {
  /** Characters to exclude. Default none. */
  excludeCharacters?: string | undefined;
  /** Excludes lowercase letters. Default false. */
  excludeLowercase?: boolean | undefined;
  /** Excludes digits. Default false. */
  excludeNumbers?: boolean | undefined;
  /** Excludes punctuation. Default false. */
  excludePunctuation?: boolean | undefined;
  /** Excludes uppercase letters. Default false. */
  excludeUppercase?: boolean | undefined;
  /** Characters, 8 to 128. Default 32. */
  passwordLength?: number | undefined;
  /** Requires a character of each type that is not excluded. Default true. */
  requireEachIncludedType?: boolean | undefined;
}

/** Response of `getRandomPassword`. */
export interface GetRandomPasswordResponse extends KmsResponse {
  /** The password. */
  randomPassword: string;
}

// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { FutureValue } from '../../model/future-value.js';
import type { KeySpec } from '../../model/key-specs.js';
import type { KmsResponse } from '../response.js';
import type { KeyOrigin, KeyUsage, ProtectionLevel } from './enumerations.js';
import type { Filter, KeyEntry, KeyMetadata, Tag } from './objects.js';

/** Request of `createKey`. */
export interface CreateKeyRequest {
  /** The KMS instance to create it in (`kst-…`). Default: none; the key is then outside of instances. */
  dkmsInstanceId?: string | undefined;
  /** Up to 8,192 characters. */
  description?: string | undefined;
  /** Whether KMS creates a new version every `rotationInterval`. Default false. */
  enableAutomaticRotation?: boolean | undefined;
  /** Spec of the key. Default Aliyun_AES_256. */
  keySpec?: KeySpec | FutureValue | undefined;
  /** How a hardware instance stores the key: in the HSM, or encrypted outside it. */
  keyStorageMechanism?: 'HsmInternal' | 'HsmEncryptedDatabase' | FutureValue | undefined;
  /** Usage of the key. Default: SIGN/VERIFY for a spec that can only sign, else ENCRYPT/DECRYPT. */
  keyUsage?: KeyUsage | undefined;
  /** Origin of the material: KMS (default), or you (`EXTERNAL`, see getParametersForImport). */
  origin?: KeyOrigin | undefined;
  /** The policy document, as an object or as JSON text. */
  policy?: Readonly<Record<string, unknown>> | string | undefined;
  /** Protection level; in an instance, the type of the instance determines it. Default SOFTWARE. */
  protectionLevel?: ProtectionLevel | undefined;
  /** Time between rotations: a number with d, h, m or s, e.g. `365d`; 7 to 730 days. Required if rotation is on. */
  rotationInterval?: string | undefined;
  /** Up to 20 tags; keys must not start with `aliyun` or `acs:`. */
  tags?: readonly Tag[] | undefined;
}

/** Response of `createKey`. */
export interface CreateKeyResponse extends KmsResponse {
  keyMetadata: KeyMetadata;
}

/** Request of `describeKey`. */
export interface DescribeKeyRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Response of `describeKey`. */
export interface DescribeKeyResponse extends KmsResponse {
  keyMetadata: KeyMetadata;
}

/** Request of `listKeys`. */
export interface ListKeysRequest {
  /** Filters for the result: up to 10 keys with up to 10 values each. */
  filters?: readonly Filter[] | undefined;
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listKeys`. */
export interface ListKeysResponse extends KmsResponse {
  keys: KeyEntry[];
  pageNumber: number;
  pageSize: number;
  /** Number of entries on all pages. */
  totalCount: number;
}

/** Request of `enableKey`. */
export interface EnableKeyRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Response of `enableKey`. */
export type EnableKeyResponse = KmsResponse;

/** Request of `disableKey`. */
export interface DisableKeyRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Response of `disableKey`. */
export type DisableKeyResponse = KmsResponse;

/** Request of `updateKeyDescription`. */
export interface UpdateKeyDescriptionRequest {
  /** Up to 8,192 characters. */
  description: string;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Response of `updateKeyDescription`. */
export type UpdateKeyDescriptionResponse = KmsResponse;

/** Request of `scheduleKeyDeletion`. */
export interface ScheduleKeyDeletionRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Days until the key is deleted, 7 to 366. */
  pendingWindowInDays: number;
}

/** Response of `scheduleKeyDeletion`. */
export type ScheduleKeyDeletionResponse = KmsResponse;

/** Request of `cancelKeyDeletion`. */
export interface CancelKeyDeletionRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Response of `cancelKeyDeletion`. */
export type CancelKeyDeletionResponse = KmsResponse;

/** Request of `setDeletionProtection`. */
export interface SetDeletionProtectionRequest {
  /** Whether to turn protection on. */
  enableDeletionProtection: boolean;
  /** Reason for the protection. */
  deletionProtectionDescription?: string | undefined;
  /** Key to protect. */
  keyId?: string | undefined;
  /** Instance to protect. */
  kmsInstanceId?: string | undefined;
  /** ARN of the resource to protect; set this, `keyId` or `kmsInstanceId`. */
  protectedResourceArn?: string | undefined;
}

/** Response of `setDeletionProtection`. */
export type SetDeletionProtectionResponse = KmsResponse;

/** Request of `getKeyPolicy`. */
export interface GetKeyPolicyRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Name of the policy; `default` is the only one. */
  policyName?: string | undefined;
}

/** Response of `getKeyPolicy`. */
export interface GetKeyPolicyResponse extends KmsResponse {
  policy: Record<string, unknown>;
}

/** Request of `setKeyPolicy`. */
export interface SetKeyPolicyRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** The policy document, as an object or as JSON text. */
  policy: Readonly<Record<string, unknown>> | string;
  /** Name of the policy; `default` is the only one. */
  policyName?: string | undefined;
}

/** Response of `setKeyPolicy`. */
export type SetKeyPolicyResponse = KmsResponse;

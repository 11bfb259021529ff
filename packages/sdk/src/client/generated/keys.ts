// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { KeySpec } from '../../model/key-specs.js';
import type { FutureValue, KmsResponse } from '../response.js';
import type { KeyOrigin, KeyUsage, ProtectionLevel } from './enumerations.js';
import type { Filter, KeyEntry, KeyMetadata, Tag } from './objects.js';
import type { OperationOptions } from '../call-options.js';
import { entriesOfPages } from '../list-entries.js';
import { Operations } from '../operations.js';

/** Request of `createKey`. */
export interface CreateKeyRequest {
  /** The KMS instance to create it in (`kst-…`). Default: none, the account's shared service. */
  dkmsInstanceId?: string;
  /** Up to 8,192 characters. */
  description?: string;
  /** Whether KMS makes a new version by itself every `rotationInterval`. Default false. */
  enableAutomaticRotation?: boolean;
  /** Kind of key. Default Aliyun_AES_256. */
  keySpec?: KeySpec | FutureValue;
  /** How a hardware instance keeps the key: in the HSM, or encrypted outside of it. */
  keyStorageMechanism?: 'HsmInternal' | 'HsmEncryptedDatabase' | FutureValue;
  /** What the key is for. Default: SIGN/VERIFY for a spec that can only sign, else ENCRYPT/DECRYPT. */
  keyUsage?: KeyUsage;
  /** Who makes the material: KMS (default), or you (`EXTERNAL`, see getParametersForImport). */
  origin?: KeyOrigin;
  /** The policy document, as an object or as JSON text. */
  policy?: Readonly<Record<string, unknown>> | string;
  /** Where the key lives; an instance decides it by its kind. Default SOFTWARE. */
  protectionLevel?: ProtectionLevel;
  /** Time between rotations: a number with d, h, m or s, e.g. `365d`; 7 to 730 days. Needed when rotation is on. */
  rotationInterval?: string;
  /** Up to 20 tags; keys must not start with `aliyun` or `acs:`. */
  tags?: readonly Tag[];
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
  /** Only what passes these: up to 10 keys with up to 10 values each. */
  filters?: readonly Filter[];
  /** Page, from 1. Default 1. */
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listKeys`. */
export interface ListKeysResponse extends KmsResponse {
  keys: KeyEntry[];
  pageNumber: number;
  pageSize: number;
  /** Entries on all pages together. */
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
  /** Days until the key is gone, 7 to 366. */
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
  /** Whether to protect it. */
  enableDeletionProtection: boolean;
  /** Why it is protected. */
  deletionProtectionDescription?: string;
  /** Key to protect. */
  keyId?: string;
  /** Instance to protect. */
  kmsInstanceId?: string;
  /** ARN of what to protect; give this, `keyId` or `kmsInstanceId`. */
  protectedResourceArn?: string;
}

/** Response of `setDeletionProtection`. */
export type SetDeletionProtectionResponse = KmsResponse;

/** Request of `getKeyPolicy`. */
export interface GetKeyPolicyRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Name of the policy; `default` is the only one. */
  policyName?: string;
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
  policyName?: string;
}

/** Response of `setKeyPolicy`. */
export type SetKeyPolicyResponse = KmsResponse;

/** Calls about keys and what protects them. */
export abstract class KeyOperations extends Operations {
  /**
   * Creates a key.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`, `UnsupportedOperation`, `Rejected.LimitExceeded`
   * @example
   * ```ts
   * const { keyMetadata } = await client.createKey({ keySpec: 'EC_P256', keyUsage: 'SIGN/VERIFY' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createkey
   */
  createKey(request: CreateKeyRequest = {}, options?: OperationOptions): Promise<CreateKeyResponse> {
    return this.callAction('CreateKey', request, options);
  }

  /**
   * Tells everything about a key but its material.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.AliasNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describekey
   */
  describeKey(request: DescribeKeyRequest, options?: OperationOptions): Promise<DescribeKeyResponse> {
    return this.callAction('DescribeKey', request, options);
  }

  /**
   * Lists the keys of the account in this region, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `InvalidParameter`
   * @example
   * ```ts
   * const { keys } = await client.listKeys({ filters: [{ key: 'KeyState', values: ['Enabled'] }] });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkeys
   */
  listKeys(request: ListKeysRequest = {}, options?: OperationOptions): Promise<ListKeysResponse> {
    return this.callAction('ListKeys', request, options);
  }

  /**
   * The entries of all pages of {@link listKeys}: the next page is asked for when those of one are used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listKeys}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.keys()) console.log(entry);
   * ```
   */
  keys(request: ListKeysRequest = {}, options?: OperationOptions): AsyncGenerator<KeyEntry, void, undefined> {
    return entriesOfPages((page) => this.listKeys(page, options), request, ({ keys }) => keys);
  }

  /**
   * Makes a disabled key usable again.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.StateModifiedFailed`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-enablekey
   */
  enableKey(request: EnableKeyRequest, options?: OperationOptions): Promise<EnableKeyResponse> {
    return this.callAction('EnableKey', request, options);
  }

  /**
   * Makes a key unusable until enableKey; what it encrypted cannot be decrypted meanwhile.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.StateModifiedFailed`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-disablekey
   */
  disableKey(request: DisableKeyRequest, options?: OperationOptions): Promise<DisableKeyResponse> {
    return this.callAction('DisableKey', request, options);
  }

  /**
   * Replaces the description of a key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatekeydescription
   */
  updateKeyDescription(
    request: UpdateKeyDescriptionRequest,
    options?: OperationOptions,
  ): Promise<UpdateKeyDescriptionResponse> {
    return this.callAction('UpdateKeyDescription', request, options);
  }

  /**
   * Deletes a key after a waiting time, in which it cannot be used and cancelKeyDeletion can save it.
   *
   * After the window, what the key encrypted is lost for good. Served by the public gateway. Not sent a second time
   * when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.StateModifiedFailed`, `Rejected.DeletionProtection`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-schedulekeydeletion
   */
  scheduleKeyDeletion(
    request: ScheduleKeyDeletionRequest,
    options?: OperationOptions,
  ): Promise<ScheduleKeyDeletionResponse> {
    return this.callAction('ScheduleKeyDeletion', request, options);
  }

  /**
   * Saves a key that is PendingDeletion: it is Enabled again, or PendingImport when it has no material.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.StateModifiedFailed`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-cancelkeydeletion
   */
  cancelKeyDeletion(request: CancelKeyDeletionRequest, options?: OperationOptions): Promise<CancelKeyDeletionResponse> {
    return this.callAction('CancelKeyDeletion', request, options);
  }

  /**
   * Switches the protection against deletion of a key or an instance on or off.
   *
   * Give one of `keyId`, `kmsInstanceId` and `protectedResourceArn`. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setdeletionprotection
   */
  setDeletionProtection(
    request: SetDeletionProtectionRequest,
    options?: OperationOptions,
  ): Promise<SetDeletionProtectionResponse> {
    return this.callAction('SetDeletionProtection', request, options);
  }

  /**
   * Reads the policy of a key in an instance.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkeypolicy
   */
  getKeyPolicy(request: GetKeyPolicyRequest, options?: OperationOptions): Promise<GetKeyPolicyResponse> {
    return this.callAction('GetKeyPolicy', request, options);
  }

  /**
   * Replaces the policy of a key in an instance: who may manage and use it.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-setkeypolicy
   */
  setKeyPolicy(request: SetKeyPolicyRequest, options?: OperationOptions): Promise<SetKeyPolicyResponse> {
    return this.callAction('SetKeyPolicy', request, options);
  }
}

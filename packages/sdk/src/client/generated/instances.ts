// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { EmptyRequest, KmsResponse } from '../response.js';
import type { QuotaResource } from './enumerations.js';
import type { BoundVpc, Filter, KmsInstance, KmsInstanceEntry, QuotaInfo, RegionEntry } from './objects.js';
import type { OperationOptions } from '../call-options.js';
import { entriesOfPages } from '../list-entries.js';
import { AccessOperations } from './access.js';

/** Request of `getKmsInstance`. */
export interface GetKmsInstanceRequest {
  /** Id of the instance (`kst-…`). */
  kmsInstanceId: string;
}

/** Response of `getKmsInstance`. */
export interface GetKmsInstanceResponse extends KmsResponse {
  kmsInstance?: KmsInstance;
}

/** Request of `listKmsInstances`. */
export interface ListKmsInstancesRequest {
  /** Only what passes these: up to 10 keys with up to 10 values each. */
  filters?: readonly Filter[];
  /** Page, from 1. Default 1. */
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listKmsInstances`. */
export interface ListKmsInstancesResponse extends KmsResponse {
  kmsInstances: KmsInstanceEntry[];
  pageNumber: number;
  pageSize: number;
  /** Entries on all pages together. */
  totalCount: number;
}

/** Response of `getDefaultKmsInstance`. */
export interface GetDefaultKmsInstanceResponse extends KmsResponse {
  defaultKmsInstanceId?: string;
}

/** Request of `getKmsInstanceQuotaInfos`. */
export interface GetKmsInstanceQuotaInfosRequest {
  /** Only the quotas of this instance. Default: those of the account's shared service. */
  kmsInstanceId?: string;
  /** Only the quota of this resource. Default: all. */
  resourceType?: QuotaResource;
}

/** Response of `getKmsInstanceQuotaInfos`. */
export interface GetKmsInstanceQuotaInfosResponse extends KmsResponse {
  kmsInstanceId: string;
  kmsInstanceQuotaInfos: QuotaInfo[];
}

/** Request of `connectKmsInstance`. */
export interface ConnectKmsInstanceRequest {
  /** `Aliyun`. */
  kmProvider: string;
  /** Id of the instance (`kst-…`). */
  kmsInstanceId: string;
  /** A vSwitch in each zone (`vsw-…`). */
  vSwitchIds: readonly string[];
  /** The VPC (`vpc-…`). */
  vpcId: string;
  /** Zones that the instance runs in. */
  zoneIds: readonly string[];
}

/** Response of `connectKmsInstance`. */
export type ConnectKmsInstanceResponse = KmsResponse;

/** Request of `updateKmsInstanceBindVpc`. */
export interface UpdateKmsInstanceBindVpcRequest {
  /** Every VPC that may reach the instance: replaces the list before. */
  bindVpcs: readonly BoundVpc[];
  /** Id of the instance (`kst-…`). */
  kmsInstanceId: string;
}

/** Response of `updateKmsInstanceBindVpc`. */
export type UpdateKmsInstanceBindVpcResponse = KmsResponse;

/** Request of `releaseKmsInstance`. */
export interface ReleaseKmsInstanceRequest {
  /** Id of the instance (`kst-…`). */
  kmsInstanceId: string;
  /** Releases an instance that has no backup. Default false. */
  forceDeleteWithoutBackup?: boolean;
}

/** Response of `releaseKmsInstance`. */
export type ReleaseKmsInstanceResponse = KmsResponse;

/** Response of `openKmsService`. */
export type OpenKmsServiceResponse = KmsResponse;

/** Response of `describeAccountKmsStatus`. */
export interface DescribeAccountKmsStatusResponse extends KmsResponse {
  accountStatus: string;
}

/** Response of `describeRegions`. */
export interface DescribeRegionsResponse extends KmsResponse {
  regions: RegionEntry[];
}

/** Calls about instances, quotas and the account. */
export abstract class InstanceOperations extends AccessOperations {
  /**
   * Tells about an instance, and gives the CA of its gateway.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkmsinstance
   */
  getKmsInstance(request: GetKmsInstanceRequest, options?: OperationOptions): Promise<GetKmsInstanceResponse> {
    return this.callAction('GetKmsInstance', request, options);
  }

  /**
   * Lists the instances of the account in this region, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listkmsinstances
   */
  listKmsInstances(
    request: ListKmsInstancesRequest = {},
    options?: OperationOptions,
  ): Promise<ListKmsInstancesResponse> {
    return this.callAction('ListKmsInstances', request, options);
  }

  /**
   * The entries of all pages of {@link listKmsInstances}: the next page is asked for when those of one are used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listKmsInstances}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.kmsInstances()) console.log(entry);
   * ```
   */
  kmsInstances(
    request: ListKmsInstancesRequest = {},
    options?: OperationOptions,
  ): AsyncGenerator<KmsInstanceEntry, void, undefined> {
    return entriesOfPages((page) => this.listKmsInstances(page, options), request, ({ kmsInstances }) => kmsInstances);
  }

  /**
   * Names the instance that is used where none is given.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getdefaultkmsinstance
   */
  getDefaultKmsInstance(
    request: EmptyRequest = {},
    options?: OperationOptions,
  ): Promise<GetDefaultKmsInstanceResponse> {
    return this.callAction('GetDefaultKmsInstance', request, options);
  }

  /**
   * Tells how much of its quotas an instance uses.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getkmsinstancequotainfos
   */
  getKmsInstanceQuotaInfos(
    request: GetKmsInstanceQuotaInfosRequest = {},
    options?: OperationOptions,
  ): Promise<GetKmsInstanceQuotaInfosResponse> {
    return this.callAction('GetKmsInstanceQuotaInfos', request, options);
  }

  /**
   * Starts a bought instance in a VPC.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-connectkmsinstance
   */
  connectKmsInstance(
    request: ConnectKmsInstanceRequest,
    options?: OperationOptions,
  ): Promise<ConnectKmsInstanceResponse> {
    return this.callAction('ConnectKmsInstance', request, options);
  }

  /**
   * Replaces the VPCs that can reach an instance beside its own.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatekmsinstancebindvpc
   */
  updateKmsInstanceBindVpc(
    request: UpdateKmsInstanceBindVpcRequest,
    options?: OperationOptions,
  ): Promise<UpdateKmsInstanceBindVpcResponse> {
    return this.callAction('UpdateKmsInstanceBindVpc', request, options);
  }

  /**
   * Releases an instance that has expired, with everything in it.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.DKMSInstanceNotFound`, `Rejected.DeletionProtection`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-releasekmsinstance
   */
  releaseKmsInstance(
    request: ReleaseKmsInstanceRequest,
    options?: OperationOptions,
  ): Promise<ReleaseKmsInstanceResponse> {
    return this.callAction('ReleaseKmsInstance', request, options);
  }

  /**
   * Opens KMS for the account.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice
   */
  openKmsService(request: EmptyRequest = {}, options?: OperationOptions): Promise<OpenKmsServiceResponse> {
    return this.callAction('OpenKmsService', request, options);
  }

  /**
   * Tells whether KMS is open for the account, and in good standing.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeaccountkmsstatus
   */
  describeAccountKmsStatus(
    request: EmptyRequest = {},
    options?: OperationOptions,
  ): Promise<DescribeAccountKmsStatusResponse> {
    return this.callAction('DescribeAccountKmsStatus', request, options);
  }

  /**
   * Lists the regions that have KMS.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeregions
   */
  describeRegions(request: EmptyRequest = {}, options?: OperationOptions): Promise<DescribeRegionsResponse> {
    return this.callAction('DescribeRegions', request, options);
  }
}

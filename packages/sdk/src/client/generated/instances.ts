// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { QuotaResource } from './enumerations.js';
import type { BoundVpc, Filter, KmsInstance, KmsInstanceEntry, QuotaInfo, RegionEntry } from './objects.js';

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
  /** Filters for the result: up to 10 keys with up to 10 values each. */
  filters?: readonly Filter[] | undefined;
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listKmsInstances`. */
export interface ListKmsInstancesResponse extends KmsResponse {
  kmsInstances: KmsInstanceEntry[];
  pageNumber: number;
  pageSize: number;
  /** Number of entries on all pages. */
  totalCount: number;
}

/** Response of `getDefaultKmsInstance`. */
export interface GetDefaultKmsInstanceResponse extends KmsResponse {
  defaultKmsInstanceId?: string;
}

/** Request of `getKmsInstanceQuotaInfos`. */
export interface GetKmsInstanceQuotaInfosRequest {
  /** Only the quotas of this instance. Default: the quotas outside of instances. */
  kmsInstanceId?: string | undefined;
  /** Only the quota of this resource. Default: all. */
  resourceType?: QuotaResource | undefined;
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
  /** All VPCs that may reach the instance; replaces the previous list. */
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
  forceDeleteWithoutBackup?: boolean | undefined;
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

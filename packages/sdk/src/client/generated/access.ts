// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { Permission } from './enumerations.js';
import type { AccessControlRules, AccessPointEntry, ClientKeyEntry, NetworkRuleEntry, PolicyEntry } from './objects.js';

/** Request of `createNetworkRule`. */
export interface CreateNetworkRuleRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** `Private`: addresses in a VPC. */
  type: string;
  /** Up to 8,192 characters. */
  description?: string | undefined;
  /** Private addresses and CIDR blocks that may call, e.g. `10.0.0.0/24`. */
  sourcePrivateIp?: readonly string[] | undefined;
}

/** Response of `createNetworkRule`. */
export interface CreateNetworkRuleResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  name: string;
  sourcePrivateIp: string[];
  type: string;
  description?: string;
}

/** Request of `describeNetworkRule`. */
export interface DescribeNetworkRuleRequest {
  /** Its name, unique in the account and region. */
  name: string;
}

/** Response of `describeNetworkRule`. */
export interface DescribeNetworkRuleResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  sourcePrivateIp: string[];
  type: string;
  description?: string;
}

/** Request of `listNetworkRules`. */
export interface ListNetworkRulesRequest {
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listNetworkRules`. */
export interface ListNetworkRulesResponse extends KmsResponse {
  networkRules: NetworkRuleEntry[];
  pageNumber: number;
  pageSize: number;
  /** Number of entries on all pages. */
  totalCount: number;
}

/** Request of `updateNetworkRule`. */
export interface UpdateNetworkRuleRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** Up to 8,192 characters. */
  description?: string | undefined;
  /** Private addresses and CIDR blocks that may call, e.g. `10.0.0.0/24`. */
  sourcePrivateIp?: readonly string[] | undefined;
}

/** Response of `updateNetworkRule`. */
export type UpdateNetworkRuleResponse = KmsResponse;

/** Request of `deleteNetworkRule`. */
export interface DeleteNetworkRuleRequest {
  /** Its name, unique in the account and region. */
  name: string;
}

/** Response of `deleteNetworkRule`. */
export type DeleteNetworkRuleResponse = KmsResponse;

/** Request of `createPolicy`. */
export interface CreatePolicyRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** What the policy allows: keys, secrets or both. */
  permissions: readonly Permission[];
  /** `key/<id>`, `secret/<name>`, `key/*`, `secret/*`. */
  resources: readonly string[];
  /** Network rules that calls must come from. */
  accessControlRules?: AccessControlRules | undefined;
  /** Up to 8,192 characters. */
  description?: string | undefined;
  /** The instance that the policy is for (`kst-…`). */
  kmsInstance?: string | undefined;
}

/** Response of `createPolicy`. */
export interface CreatePolicyResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  name: string;
  permissions: Permission[];
  resources: string[];
  accessControlRules?: AccessControlRules;
  description?: string;
  kmsInstance?: string;
}

/** Request of `describePolicy`. */
export interface DescribePolicyRequest {
  /** Its name, unique in the account and region. */
  name: string;
}

/** Response of `describePolicy`. */
export interface DescribePolicyResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  name: string;
  permissions: Permission[];
  resources: string[];
  accessControlRules?: AccessControlRules;
  description?: string;
  kmsInstance?: string;
}

/** Request of `listPolicies`. */
export interface ListPoliciesRequest {
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listPolicies`. */
export interface ListPoliciesResponse extends KmsResponse {
  pageNumber: number;
  pageSize: number;
  policies: PolicyEntry[];
  /** Number of entries on all pages. */
  totalCount: number;
}

/** Request of `updatePolicy`. */
export interface UpdatePolicyRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** Network rules that calls must come from. */
  accessControlRules?: AccessControlRules | undefined;
  /** Up to 8,192 characters. */
  description?: string | undefined;
  /** What the policy allows: keys, secrets or both. */
  permissions?: readonly Permission[] | undefined;
  /** `key/<id>`, `secret/<name>`, `key/*`, `secret/*`. */
  resources?: readonly string[] | undefined;
}

/** Response of `updatePolicy`. */
export type UpdatePolicyResponse = KmsResponse;

/** Request of `deletePolicy`. */
export interface DeletePolicyRequest {
  /** Its name, unique in the account and region. */
  name: string;
}

/** Response of `deletePolicy`. */
export type DeletePolicyResponse = KmsResponse;

/** Request of `createApplicationAccessPoint`. */
export interface CreateApplicationAccessPointRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** Names of the policies, up to 3. */
  policies: readonly string[];
  /** `ClientKey` (default). */
  authenticationMethod?: string | undefined;
  /** Up to 8,192 characters. */
  description?: string | undefined;
}

/** Response of `createApplicationAccessPoint`. */
export interface CreateApplicationAccessPointResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  authenticationMethod: string;
  name: string;
  policies: string[];
  description?: string;
}

/** Request of `describeApplicationAccessPoint`. */
export interface DescribeApplicationAccessPointRequest {
  /** Its name, unique in the account and region. */
  name: string;
}

/** Response of `describeApplicationAccessPoint`. */
export interface DescribeApplicationAccessPointResponse extends KmsResponse {
  /** Its resource name. */
  arn: string;
  authenticationMethod: string;
  name: string;
  policies: string[];
  description?: string;
}

/** Request of `listApplicationAccessPoints`. */
export interface ListApplicationAccessPointsRequest {
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listApplicationAccessPoints`. */
export interface ListApplicationAccessPointsResponse extends KmsResponse {
  applicationAccessPoints: AccessPointEntry[];
  pageNumber: number;
  pageSize: number;
  /** Number of entries on all pages. */
  totalCount: number;
}

/** Request of `updateApplicationAccessPoint`. */
export interface UpdateApplicationAccessPointRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** Up to 8,192 characters. */
  description?: string | undefined;
  /** Names of the policies, up to 3. */
  policies?: readonly string[] | undefined;
}

/** Response of `updateApplicationAccessPoint`. */
export type UpdateApplicationAccessPointResponse = KmsResponse;

/** Request of `deleteApplicationAccessPoint`. */
export interface DeleteApplicationAccessPointRequest {
  /** Its name, unique in the account and region. */
  name: string;
}

/** Response of `deleteApplicationAccessPoint`. */
export type DeleteApplicationAccessPointResponse = KmsResponse;

/** Request of `createClientKey`. */
export interface CreateClientKeyRequest {
  /** Name of the application access point. */
  aapName: string;
  /**
   * Password of the private key in the response: 8 to 64 characters with at least two of digits, letters, special
   * characters.
   */
  password: string;
  /** End of validity. Default five years after `notBefore`. */
  notAfter?: Date | undefined;
  /** Start of validity. Default now. */
  notBefore?: Date | undefined;
}

/** Response of `createClientKey`. */
export interface CreateClientKeyResponse extends KmsResponse {
  clientKeyId: string;
  keyAlgorithm: string;
  notAfter: Date;
  notBefore: Date;
  /**
   * base64 of the PKCS#12 that holds the private key; returned only once. Together with the id it forms the client key
   * file `{KeyId, PrivateKeyData}`.
   */
  privateKeyData: string;
}

/** Request of `getClientKey`. */
export interface GetClientKeyRequest {
  /** Id of the client key (`KAAP.…`). */
  clientKeyId: string;
}

/** Response of `getClientKey`. */
export interface GetClientKeyResponse extends KmsResponse {
  clientKeyId: string;
  createTime: Date;
  keyAlgorithm: string;
  notAfter: Date;
  notBefore: Date;
  aapName?: string;
  keyOrigin?: string;
  /** The public key. */
  publicKeyData?: string;
}

/** Request of `listClientKeys`. */
export interface ListClientKeysRequest {
  /** Name of the application access point. */
  aapName?: string | undefined;
}

/** Response of `listClientKeys`. */
export interface ListClientKeysResponse extends KmsResponse {
  clientKeys: ClientKeyEntry[];
}

/** Request of `deleteClientKey`. */
export interface DeleteClientKeyRequest {
  /** Id of the client key (`KAAP.…`). */
  clientKeyId: string;
}

/** Response of `deleteClientKey`. */
export type DeleteClientKeyResponse = KmsResponse;

// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { Permission } from './enumerations.js';
import type { AccessControlRules, AccessPointEntry, ClientKeyEntry, NetworkRuleEntry, PolicyEntry } from './objects.js';
import type { OperationOptions } from '../call-options.js';
import { entriesOfPages } from '../list-entries.js';
import { TagOperations } from './tags.js';

/** Request of `createNetworkRule`. */
export interface CreateNetworkRuleRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** `Private`: addresses in a VPC. */
  type: string;
  /** Up to 8,192 characters. */
  description?: string;
  /** Private addresses and CIDR blocks that may call, e.g. `10.0.0.0/24`. */
  sourcePrivateIp?: readonly string[];
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
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listNetworkRules`. */
export interface ListNetworkRulesResponse extends KmsResponse {
  networkRules: NetworkRuleEntry[];
  pageNumber: number;
  pageSize: number;
  /** Entries on all pages together. */
  totalCount: number;
}

/** Request of `updateNetworkRule`. */
export interface UpdateNetworkRuleRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** Up to 8,192 characters. */
  description?: string;
  /** Private addresses and CIDR blocks that may call, e.g. `10.0.0.0/24`. */
  sourcePrivateIp?: readonly string[];
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
  /** What may be used: keys, secrets or both. */
  permissions: readonly Permission[];
  /** `key/<id>`, `secret/<name>`, `key/*`, `secret/*`. */
  resources: readonly string[];
  /** Network rules that calls must come from. */
  accessControlRules?: AccessControlRules;
  /** Up to 8,192 characters. */
  description?: string;
  /** The instance that the policy is for (`kst-…`). */
  kmsInstance?: string;
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
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listPolicies`. */
export interface ListPoliciesResponse extends KmsResponse {
  pageNumber: number;
  pageSize: number;
  policies: PolicyEntry[];
  /** Entries on all pages together. */
  totalCount: number;
}

/** Request of `updatePolicy`. */
export interface UpdatePolicyRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** Network rules that calls must come from. */
  accessControlRules?: AccessControlRules;
  /** Up to 8,192 characters. */
  description?: string;
  /** What may be used: keys, secrets or both. */
  permissions?: readonly Permission[];
  /** `key/<id>`, `secret/<name>`, `key/*`, `secret/*`. */
  resources?: readonly string[];
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
  authenticationMethod?: string;
  /** Up to 8,192 characters. */
  description?: string;
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
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listApplicationAccessPoints`. */
export interface ListApplicationAccessPointsResponse extends KmsResponse {
  applicationAccessPoints: AccessPointEntry[];
  pageNumber: number;
  pageSize: number;
  /** Entries on all pages together. */
  totalCount: number;
}

/** Request of `updateApplicationAccessPoint`. */
export interface UpdateApplicationAccessPointRequest {
  /** Its name, unique in the account and region. */
  name: string;
  /** Up to 8,192 characters. */
  description?: string;
  /** Names of the policies, up to 3. */
  policies?: readonly string[];
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
   * Protects the private key in the answer: 8 to 64 characters with at least two of digits, letters, special
   * characters.
   */
  password: string;
  /** End of validity. Default five years after `notBefore`. */
  notAfter?: Date;
  /** Start of validity. Default now. */
  notBefore?: Date;
}

/** Response of `createClientKey`. */
export interface CreateClientKeyResponse extends KmsResponse {
  clientKeyId: string;
  keyAlgorithm: string;
  notAfter: Date;
  notBefore: Date;
  /**
   * base64 of the PKCS#12 that holds the private key; given this once only. With the id it makes the client key file
   * `{KeyId, PrivateKeyData}`.
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
  aapName?: string;
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

/** Calls about who may use an instance: access points, client keys, policies, network rules. */
export abstract class AccessOperations extends TagOperations {
  /**
   * Names addresses that calls to an instance may come from.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createnetworkrule
   */
  createNetworkRule(request: CreateNetworkRuleRequest, options?: OperationOptions): Promise<CreateNetworkRuleResponse> {
    return this.callAction('CreateNetworkRule', request, options);
  }

  /**
   * Tells about a network rule.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describenetworkrule
   */
  describeNetworkRule(
    request: DescribeNetworkRuleRequest,
    options?: OperationOptions,
  ): Promise<DescribeNetworkRuleResponse> {
    return this.callAction('DescribeNetworkRule', request, options);
  }

  /**
   * Lists network rules, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listnetworkrules
   */
  listNetworkRules(
    request: ListNetworkRulesRequest = {},
    options?: OperationOptions,
  ): Promise<ListNetworkRulesResponse> {
    return this.callAction('ListNetworkRules', request, options);
  }

  /**
   * The entries of all pages of {@link listNetworkRules}: the next page is asked for when those of one are used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listNetworkRules}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.networkRules()) console.log(entry);
   * ```
   */
  networkRules(
    request: ListNetworkRulesRequest = {},
    options?: OperationOptions,
  ): AsyncGenerator<NetworkRuleEntry, void, undefined> {
    return entriesOfPages((page) => this.listNetworkRules(page, options), request, ({ networkRules }) => networkRules);
  }

  /**
   * Changes the addresses or the description of a network rule.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatenetworkrule
   */
  updateNetworkRule(request: UpdateNetworkRuleRequest, options?: OperationOptions): Promise<UpdateNetworkRuleResponse> {
    return this.callAction('UpdateNetworkRule', request, options);
  }

  /**
   * Deletes a network rule that no policy uses.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Rejected.ResourceInUse`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletenetworkrule
   */
  deleteNetworkRule(request: DeleteNetworkRuleRequest, options?: OperationOptions): Promise<DeleteNetworkRuleResponse> {
    return this.callAction('DeleteNetworkRule', request, options);
  }

  /**
   * Makes a policy: which keys and secrets of an instance may be used, and from where.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `Forbidden.DKMSInstanceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createpolicy
   */
  createPolicy(request: CreatePolicyRequest, options?: OperationOptions): Promise<CreatePolicyResponse> {
    return this.callAction('CreatePolicy', request, options);
  }

  /**
   * Tells about a policy.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describepolicy
   */
  describePolicy(request: DescribePolicyRequest, options?: OperationOptions): Promise<DescribePolicyResponse> {
    return this.callAction('DescribePolicy', request, options);
  }

  /**
   * Lists policies, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listpolicies
   */
  listPolicies(request: ListPoliciesRequest = {}, options?: OperationOptions): Promise<ListPoliciesResponse> {
    return this.callAction('ListPolicies', request, options);
  }

  /**
   * The entries of all pages of {@link listPolicies}: the next page is asked for when those of one are used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listPolicies}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.policies()) console.log(entry);
   * ```
   */
  policies(
    request: ListPoliciesRequest = {},
    options?: OperationOptions,
  ): AsyncGenerator<PolicyEntry, void, undefined> {
    return entriesOfPages((page) => this.listPolicies(page, options), request, ({ policies }) => policies);
  }

  /**
   * Changes a policy.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatepolicy
   */
  updatePolicy(request: UpdatePolicyRequest, options?: OperationOptions): Promise<UpdatePolicyResponse> {
    return this.callAction('UpdatePolicy', request, options);
  }

  /**
   * Deletes a policy that no access point uses.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Rejected.ResourceInUse`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletepolicy
   */
  deletePolicy(request: DeletePolicyRequest, options?: OperationOptions): Promise<DeletePolicyResponse> {
    return this.callAction('DeletePolicy', request, options);
  }

  /**
   * Makes an application access point: what its client keys may do is in its policies.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createapplicationaccesspoint
   */
  createApplicationAccessPoint(
    request: CreateApplicationAccessPointRequest,
    options?: OperationOptions,
  ): Promise<CreateApplicationAccessPointResponse> {
    return this.callAction('CreateApplicationAccessPoint', request, options);
  }

  /**
   * Tells about an application access point.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-describeapplicationaccesspoint
   */
  describeApplicationAccessPoint(
    request: DescribeApplicationAccessPointRequest,
    options?: OperationOptions,
  ): Promise<DescribeApplicationAccessPointResponse> {
    return this.callAction('DescribeApplicationAccessPoint', request, options);
  }

  /**
   * Lists application access points, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listapplicationaccesspoints
   */
  listApplicationAccessPoints(
    request: ListApplicationAccessPointsRequest = {},
    options?: OperationOptions,
  ): Promise<ListApplicationAccessPointsResponse> {
    return this.callAction('ListApplicationAccessPoints', request, options);
  }

  /**
   * The entries of all pages of {@link listApplicationAccessPoints}: the next page is asked for when those of one are
   * used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listApplicationAccessPoints}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.applicationAccessPoints()) console.log(entry);
   * ```
   */
  applicationAccessPoints(
    request: ListApplicationAccessPointsRequest = {},
    options?: OperationOptions,
  ): AsyncGenerator<AccessPointEntry, void, undefined> {
    return entriesOfPages(
      (page) => this.listApplicationAccessPoints(page, options),
      request,
      ({ applicationAccessPoints }) => applicationAccessPoints,
    );
  }

  /**
   * Changes the policies or the description of an application access point.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updateapplicationaccesspoint
   */
  updateApplicationAccessPoint(
    request: UpdateApplicationAccessPointRequest,
    options?: OperationOptions,
  ): Promise<UpdateApplicationAccessPointResponse> {
    return this.callAction('UpdateApplicationAccessPoint', request, options);
  }

  /**
   * Deletes an application access point that has no client key.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Rejected.ResourceInUse`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deleteapplicationaccesspoint
   */
  deleteApplicationAccessPoint(
    request: DeleteApplicationAccessPointRequest,
    options?: OperationOptions,
  ): Promise<DeleteApplicationAccessPointResponse> {
    return this.callAction('DeleteApplicationAccessPoint', request, options);
  }

  /**
   * Makes a client key; its private key is in this answer and nowhere else.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `InvalidParameter`, `Rejected.LimitExceeded`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createclientkey
   */
  createClientKey(request: CreateClientKeyRequest, options?: OperationOptions): Promise<CreateClientKeyResponse> {
    return this.callAction('CreateClientKey', request, options);
  }

  /**
   * Tells about a client key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getclientkey
   */
  getClientKey(request: GetClientKeyRequest, options?: OperationOptions): Promise<GetClientKeyResponse> {
    return this.callAction('GetClientKey', request, options);
  }

  /**
   * Lists the client keys of an access point, or all.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listclientkeys
   */
  listClientKeys(request: ListClientKeysRequest = {}, options?: OperationOptions): Promise<ListClientKeysResponse> {
    return this.callAction('ListClientKeys', request, options);
  }

  /**
   * Deletes a client key: calls with it are refused from then on.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deleteclientkey
   */
  deleteClientKey(request: DeleteClientKeyRequest, options?: OperationOptions): Promise<DeleteClientKeyResponse> {
    return this.callAction('DeleteClientKey', request, options);
  }
}

// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { ResourceType } from './enumerations.js';
import type { KeyTag, ResourceTag, Tag, TaggedResource } from './objects.js';
import type { OperationOptions } from '../call-options.js';
import { entriesOfTokens } from '../list-entries.js';
import { SecretOperations } from './secrets.js';

/** Request of `tagResource`. */
export interface TagResourceRequest {
  /** Up to 20 tags; keys must not start with `aliyun` or `acs:`. */
  tags: readonly Tag[];
  certificateId?: string;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId?: string;
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName?: string;
}

/** Response of `tagResource`. */
export type TagResourceResponse = KmsResponse;

/** Request of `untagResource`. */
export interface UntagResourceRequest {
  /** Keys of the tags to take away. */
  tagKeys: readonly string[];
  certificateId?: string;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId?: string;
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName?: string;
}

/** Response of `untagResource`. */
export type UntagResourceResponse = KmsResponse;

/** Request of `listResourceTags`. */
export interface ListResourceTagsRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Response of `listResourceTags`. */
export interface ListResourceTagsResponse extends KmsResponse {
  tags: KeyTag[];
}

/** Request of `tagResources`. */
export interface TagResourcesRequest {
  /** Ids of keys or names of secrets. */
  resourceId: readonly string[];
  /** What `resourceId` names. */
  resourceType: ResourceType;
  /** Tags, up to 20. */
  tag: readonly ResourceTag[];
  /** Region of the resources. Default: `regionId` of the client's `publicConfig`. */
  regionId?: string;
}

/** Response of `tagResources`. */
export type TagResourcesResponse = KmsResponse;

/** Request of `untagResources`. */
export interface UntagResourcesRequest {
  /** Ids of keys or names of secrets. */
  resourceId: readonly string[];
  /** What `resourceId` names. */
  resourceType: ResourceType;
  /** Takes away every tag when no `tagKey` is given. Default false. */
  all?: boolean;
  /** Region of the resources. Default: `regionId` of the client's `publicConfig`. */
  regionId?: string;
  /** Keys of the tags to take away; without them, `all` decides. */
  tagKey?: readonly string[];
}

/** Response of `untagResources`. */
export type UntagResourcesResponse = KmsResponse;

/** Request of `listTagResources`. */
export interface ListTagResourcesRequest {
  /** What `resourceId` names. */
  resourceType: ResourceType;
  /** Where to go on: `nextToken` of the answer before. */
  nextToken?: string;
  /** Region of the resources. Default: `regionId` of the client's `publicConfig`. */
  regionId?: string;
  /** Ids of keys or names of secrets. */
  resourceId?: readonly string[];
  /** Tags, up to 20. */
  tag?: readonly ResourceTag[];
}

/** Response of `listTagResources`. */
export interface ListTagResourcesResponse extends KmsResponse {
  tagResources: TaggedResource[];
  /** Give it to the next call; absent at the end. */
  nextToken?: string;
}

/** Calls about tags of keys and secrets. */
export abstract class TagOperations extends SecretOperations {
  /**
   * Puts tags on one key, secret or certificate.
   *
   * Give one of `keyId`, `secretName` and `certificateId`. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`, `Rejected.LimitExceeded`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-tagresource
   */
  tagResource(request: TagResourceRequest, options?: OperationOptions): Promise<TagResourceResponse> {
    return this.callAction('TagResource', request, options);
  }

  /**
   * Takes tags from one key, secret or certificate.
   *
   * Give one of `keyId`, `secretName` and `certificateId`. Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-untagresource
   */
  untagResource(request: UntagResourceRequest, options?: OperationOptions): Promise<UntagResourceResponse> {
    return this.callAction('UntagResource', request, options);
  }

  /**
   * Lists the tags of a key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listresourcetags
   */
  listResourceTags(request: ListResourceTagsRequest, options?: OperationOptions): Promise<ListResourceTagsResponse> {
    return this.callAction('ListResourceTags', request, options);
  }

  /**
   * Puts tags on several keys or secrets.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`, `Rejected.LimitExceeded`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-tagresources
   */
  tagResources(request: TagResourcesRequest, options?: OperationOptions): Promise<TagResourcesResponse> {
    return this.callAction('TagResources', request, options);
  }

  /**
   * Takes tags from several keys or secrets.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Forbidden.ResourceNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-untagresources
   */
  untagResources(request: UntagResourcesRequest, options?: OperationOptions): Promise<UntagResourcesResponse> {
    return this.callAction('UntagResources', request, options);
  }

  /**
   * Lists tags of keys or secrets, by resource or by tag, with a token for the next part.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `InvalidParameter`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listtagresources
   */
  listTagResources(request: ListTagResourcesRequest, options?: OperationOptions): Promise<ListTagResourcesResponse> {
    return this.callAction('ListTagResources', request, options);
  }

  /**
   * The entries of all pages of {@link listTagResources}: the next page is asked for when those of one are used up.
   *
   * `nextToken` says where to begin. The options hold for the call of each page. An entry may be left out or come
   * twice when the list changes meanwhile.
   *
   * @throws as {@link listTagResources}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.taggedResources(request)) console.log(entry);
   * ```
   */
  taggedResources(
    request: ListTagResourcesRequest,
    options?: OperationOptions,
  ): AsyncGenerator<TaggedResource, void, undefined> {
    return entriesOfTokens((page) => this.listTagResources(page, options), request, ({ tagResources }) => tagResources);
  }
}

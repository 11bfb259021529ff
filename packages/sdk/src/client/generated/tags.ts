// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { Answer } from '../answer.js';
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

/** Answer of `tagResource`. */
export type TagResourceAnswer = Answer;

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

/** Answer of `untagResource`. */
export type UntagResourceAnswer = Answer;

/** Request of `listResourceTags`. */
export interface ListResourceTagsRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
}

/** Answer of `listResourceTags`. */
export interface ListResourceTagsAnswer extends Answer {
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
  /** Region of the resources. Default: `regionId` of the client's `openApiConfig`. */
  regionId?: string;
}

/** Answer of `tagResources`. */
export type TagResourcesAnswer = Answer;

/** Request of `untagResources`. */
export interface UntagResourcesRequest {
  /** Ids of keys or names of secrets. */
  resourceId: readonly string[];
  /** What `resourceId` names. */
  resourceType: ResourceType;
  /** Takes away every tag when no `tagKey` is given. Default false. */
  all?: boolean;
  /** Region of the resources. Default: `regionId` of the client's `openApiConfig`. */
  regionId?: string;
  /** Keys of the tags to take away; without them, `all` decides. */
  tagKey?: readonly string[];
}

/** Answer of `untagResources`. */
export type UntagResourcesAnswer = Answer;

/** Request of `listTagResources`. */
export interface ListTagResourcesRequest {
  /** What `resourceId` names. */
  resourceType: ResourceType;
  /** Where to go on: `nextToken` of the answer before. */
  nextToken?: string;
  /** Region of the resources. Default: `regionId` of the client's `openApiConfig`. */
  regionId?: string;
  /** Ids of keys or names of secrets. */
  resourceId?: readonly string[];
  /** Tags, up to 20. */
  tag?: readonly ResourceTag[];
}

/** Answer of `listTagResources`. */
export interface ListTagResourcesAnswer extends Answer {
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
  tagResource(request: TagResourceRequest, options?: OperationOptions): Promise<TagResourceAnswer> {
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
  untagResource(request: UntagResourceRequest, options?: OperationOptions): Promise<UntagResourceAnswer> {
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
  listResourceTags(request: ListResourceTagsRequest, options?: OperationOptions): Promise<ListResourceTagsAnswer> {
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
  tagResources(request: TagResourcesRequest, options?: OperationOptions): Promise<TagResourcesAnswer> {
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
  untagResources(request: UntagResourcesRequest, options?: OperationOptions): Promise<UntagResourcesAnswer> {
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
  listTagResources(request: ListTagResourcesRequest, options?: OperationOptions): Promise<ListTagResourcesAnswer> {
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

// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { ResourceType } from './enumerations.js';
import type { KeyTag, ResourceTag, Tag, TaggedResource } from './objects.js';

/** Request of `tagResource`. */
export interface TagResourceRequest {
  /** Up to 20 tags; keys must not start with `aliyun` or `acs:`. */
  tags: readonly Tag[];
  certificateId?: string | undefined;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId?: string | undefined;
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName?: string | undefined;
}

/** Response of `tagResource`. */
export type TagResourceResponse = KmsResponse;

/** Request of `untagResource`. */
export interface UntagResourceRequest {
  /** Keys of the tags to remove. */
  tagKeys: readonly string[];
  certificateId?: string | undefined;
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId?: string | undefined;
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName?: string | undefined;
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
  /** Type of the resources in `resourceId`. */
  resourceType: ResourceType;
  /** Tags, up to 20. */
  tag: readonly ResourceTag[];
  /** Region of the resources. Default: `regionId` of the client's `publicConfig`. */
  regionId?: string | undefined;
}

/** Response of `tagResources`. */
export type TagResourcesResponse = KmsResponse;

/** Request of `untagResources`. */
export interface UntagResourcesRequest {
  /** Ids of keys or names of secrets. */
  resourceId: readonly string[];
  /** Type of the resources in `resourceId`. */
  resourceType: ResourceType;
  /** Removes every tag if no `tagKey` is given. Default false. */
  all?: boolean | undefined;
  /** Region of the resources. Default: `regionId` of the client's `publicConfig`. */
  regionId?: string | undefined;
  /** Keys of the tags to remove; without them, `all` decides. */
  tagKey?: readonly string[] | undefined;
}

/** Response of `untagResources`. */
export type UntagResourcesResponse = KmsResponse;

/** Request of `listTagResources`. */
export interface ListTagResourcesRequest {
  /** Type of the resources in `resourceId`. */
  resourceType: ResourceType;
  /** Start of the page: `nextToken` of the previous response. */
  nextToken?: string | undefined;
  /** Region of the resources. Default: `regionId` of the client's `publicConfig`. */
  regionId?: string | undefined;
  /** Ids of keys or names of secrets. */
  resourceId?: readonly string[] | undefined;
  /** Tags, up to 20. */
  tag?: readonly ResourceTag[] | undefined;
}

/** Response of `listTagResources`. */
export interface ListTagResourcesResponse extends KmsResponse {
  tagResources: TaggedResource[];
  /** Token for the next call; absent on the last page. */
  nextToken?: string;
}

// Generated from model/management-api.json, model/instance-messages.json, model/apis.json and model/instance-apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { AliasEntry } from './objects.js';

/** Request of `createAlias`. */
export interface CreateAliasRequest {
  /** `alias/` and a name, up to 255 characters in all, not starting with `alias/acs`. */
  aliasName: string;
  /** Id of the key to name. */
  keyId: string;
}

/** Response of `createAlias`. */
export type CreateAliasResponse = KmsResponse;

/** Request of `updateAlias`. */
export interface UpdateAliasRequest {
  /** `alias/` and a name, up to 255 characters in all, not starting with `alias/acs`. */
  aliasName: string;
  /** Id of the key that the alias will name. */
  keyId: string;
}

/** Response of `updateAlias`. */
export type UpdateAliasResponse = KmsResponse;

/** Request of `deleteAlias`. */
export interface DeleteAliasRequest {
  /** `alias/` and a name, up to 255 characters in all, not starting with `alias/acs`. */
  aliasName: string;
}

/** Response of `deleteAlias`. */
export type DeleteAliasResponse = KmsResponse;

/** Request of `listAliases`. */
export interface ListAliasesRequest {
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listAliases`. */
export interface ListAliasesResponse extends KmsResponse {
  aliases: AliasEntry[];
  pageNumber: number;
  pageSize: number;
  /** Number of entries on all pages. */
  totalCount: number;
}

/** Request of `listAliasesByKeyId`. */
export interface ListAliasesByKeyIdRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Page, from 1. Default 1. */
  pageNumber?: number | undefined;
  /** Entries per page, 1 to 100. Default 10. */
  pageSize?: number | undefined;
}

/** Response of `listAliasesByKeyId`. */
export interface ListAliasesByKeyIdResponse extends KmsResponse {
  aliases: AliasEntry[];
  pageNumber: number;
  pageSize: number;
  /** Number of entries on all pages. */
  totalCount: number;
}

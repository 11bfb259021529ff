// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { KmsResponse } from '../response.js';
import type { AliasEntry } from './objects.js';
import type { OperationOptions } from '../call-options.js';
import { entriesOfPages } from '../list-entries.js';
import { KeyOperations } from './keys.js';

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
  /** Id of the key that the alias names from now on. */
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
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listAliases`. */
export interface ListAliasesResponse extends KmsResponse {
  aliases: AliasEntry[];
  pageNumber: number;
  pageSize: number;
  /** Entries on all pages together. */
  totalCount: number;
}

/** Request of `listAliasesByKeyId`. */
export interface ListAliasesByKeyIdRequest {
  /** The key: its id, its ARN or an alias (`alias/…`). */
  keyId: string;
  /** Page, from 1. Default 1. */
  pageNumber?: number;
  /** Entries on a page, 1 to 100. Default 10. */
  pageSize?: number;
}

/** Response of `listAliasesByKeyId`. */
export interface ListAliasesByKeyIdResponse extends KmsResponse {
  aliases: AliasEntry[];
  pageNumber: number;
  pageSize: number;
  /** Entries on all pages together. */
  totalCount: number;
}

/** Calls about aliases of keys. */
export abstract class AliasOperations extends KeyOperations {
  /**
   * Gives a key a name that can be used in its place.
   *
   * A name belongs to one key; a key can have many. Served by the public gateway. Not sent a second time when the
   * first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.ResourceExist`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createalias
   */
  createAlias(request: CreateAliasRequest, options?: OperationOptions): Promise<CreateAliasResponse> {
    return this.callAction('CreateAlias', request, options);
  }

  /**
   * Makes an alias name another key.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.AliasNotFound`, `Forbidden.KeyNotFound`, `Rejected.PendingDeletion`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-updatealias
   */
  updateAlias(request: UpdateAliasRequest, options?: OperationOptions): Promise<UpdateAliasResponse> {
    return this.callAction('UpdateAlias', request, options);
  }

  /**
   * Takes an alias away; the key stays.
   *
   * Served by the public gateway. Not sent a second time when the first may have been executed.
   *
   * @throws {KmsServiceError} `Forbidden.AliasNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-deletealias
   */
  deleteAlias(request: DeleteAliasRequest, options?: OperationOptions): Promise<DeleteAliasResponse> {
    return this.callAction('DeleteAlias', request, options);
  }

  /**
   * Lists all aliases in this region, page by page.
   *
   * Served by the public gateway.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listaliases
   */
  listAliases(request: ListAliasesRequest = {}, options?: OperationOptions): Promise<ListAliasesResponse> {
    return this.callAction('ListAliases', request, options);
  }

  /**
   * The entries of all pages of {@link listAliases}: the next page is asked for when those of one are used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listAliases}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.aliases()) console.log(entry);
   * ```
   */
  aliases(request: ListAliasesRequest = {}, options?: OperationOptions): AsyncGenerator<AliasEntry, void, undefined> {
    return entriesOfPages((page) => this.listAliases(page, options), request, ({ aliases }) => aliases);
  }

  /**
   * Lists the aliases of one key, page by page.
   *
   * Served by the public gateway.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-listaliasesbykeyid
   */
  listAliasesByKeyId(
    request: ListAliasesByKeyIdRequest,
    options?: OperationOptions,
  ): Promise<ListAliasesByKeyIdResponse> {
    return this.callAction('ListAliasesByKeyId', request, options);
  }

  /**
   * The entries of all pages of {@link listAliasesByKeyId}: the next page is asked for when those of one are used up.
   *
   * `pageSize` is 100 by default, `pageNumber` the page to begin with. The options hold for the call of each page. An
   * entry may be left out or come twice when the list changes meanwhile.
   *
   * @throws as {@link listAliasesByKeyId}, out of the loop
   * @example
   * ```ts
   * for await (const entry of client.aliasesByKeyId(request)) console.log(entry);
   * ```
   */
  aliasesByKeyId(
    request: ListAliasesByKeyIdRequest,
    options?: OperationOptions,
  ): AsyncGenerator<AliasEntry, void, undefined> {
    return entriesOfPages((page) => this.listAliasesByKeyId(page, options), request, ({ aliases }) => aliases);
  }
}

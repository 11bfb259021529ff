import type { ServiceError } from '../service-error.js';

export interface AppRequest {
  method: string;
  /** Path with query. */
  path: string;
  /** By name in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  remoteAddress: string;
}

export interface AppResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** One of the protocols that this KMS speaks. */
export interface Gateway {
  /** Authenticates, decodes, runs the API, encodes. A ServiceError that it throws is for `refuse`. */
  answer(request: AppRequest, requestId: string): Promise<AppResponse>;
  /** An error in this protocol's form. */
  refuse(error: ServiceError, request: Omit<AppRequest, 'body'>, requestId: string): AppResponse;
}

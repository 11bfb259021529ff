import type { ServiceError } from '../service-error.js';

export interface AppRequest {
  method: string;
  /** Path with query, as sent. */
  path: string;
  /** By name in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  remoteAddress: string;
}

/** A request without its body. */
export type RequestHead = Omit<AppRequest, 'body'>;

export interface AppResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** No response at all: the client waits until it gives up, or its connection is reset. */
export type Disruption = 'hang' | 'reset';

/** What is known about a call while it is processed. */
export interface CallFacts {
  api?: string;
  /** Id of the AccessKey or client key, once authenticated. */
  caller?: string;
  /** Key and secret, as in the call. */
  keyId?: string;
  secretName?: string;
}

/** A call that a gateway is processing. */
export interface Call {
  readonly requestId: string;
  readonly facts: CallFacts;
}

/** A call whose caller is authenticated, before anything is done. */
export interface AcceptedCall {
  /** Executes it and encodes the response. If it throws a ServiceError, pass that to `refuse`. */
  run(): Promise<AppResponse>;
  /** Undoes what was recorded about the request, for a call that does not take place. */
  forget?(): Promise<void>;
}

/** A protocol of this KMS. */
export interface Gateway {
  readonly name: 'instance' | 'public';
  /** Authenticates the caller and records the facts, even if it throws a ServiceError, which is for `refuse`. */
  accept(request: AppRequest, call: Call): Promise<AcceptedCall>;
  /** An error in the format of this protocol. */
  refuse(error: ServiceError, request: RequestHead, requestId: string): AppResponse;
}

/** Serves requests to its own paths; undefined for any other path. */
export type Routes = (request: AppRequest) => Promise<AppResponse | undefined>;

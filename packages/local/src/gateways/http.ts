import type { ServiceError } from '../service-error.js';

export interface AppRequest {
  method: string;
  /** Path with query, as it was sent. */
  path: string;
  /** By name in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  remoteAddress: string;
}

/** A request of which the body was not read. */
export type RequestHead = Omit<AppRequest, 'body'>;

export interface AppResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** No answer at all: the client waits in vain, or its connection is reset. */
export type Disruption = 'hang' | 'reset';

/** What a call turns out to be while it is answered. */
export interface CallFacts {
  api?: string;
  /** Id of the AccessKey or client key, once it is proven. */
  caller?: string;
  /** Key and secret as the call names them. */
  keyId?: string;
  secretName?: string;
}

/** A call on its way through a gateway. */
export interface Call {
  readonly requestId: string;
  readonly facts: CallFacts;
}

/** A call whose caller is proven, and of which nothing is done yet. */
export interface AcceptedCall {
  /** Carries it out and encodes the answer. A ServiceError that it throws is for `refuse`. */
  run(): Promise<AppResponse>;
  /** Takes back what was noted of the request, for a call that does not take place: as if it had never arrived. */
  forget?(): Promise<void>;
}

/** One of the protocols that this KMS speaks. */
export interface Gateway {
  readonly name: 'instance' | 'public';
  /** Proves who calls and notes the facts, those known so far also when it throws a ServiceError, which is for `refuse`. */
  accept(request: AppRequest, call: Call): Promise<AcceptedCall>;
  /** An error in this protocol's form. */
  refuse(error: ServiceError, request: RequestHead, requestId: string): AppResponse;
}

/** Answers requests to paths of its own; undefined: this is none of them. */
export type Routes = (request: AppRequest) => Promise<AppResponse | undefined>;

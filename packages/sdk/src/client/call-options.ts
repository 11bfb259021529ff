import type { CallOptions } from '../transport/options.js';

/** Which gateway serves a call: the KMS instance's, or the public one of the region. */
export type GatewayName = 'instance' | 'public';

/** Options of one call. Default of each: the configuration of the client. */
export interface OperationOptions extends CallOptions {
  /** Default: the instance's if it is configured and serves the call, otherwise the public one. */
  gateway?: GatewayName | undefined;
}

/** Options of `doAction`. */
export interface DoActionOptions extends OperationOptions {
  /**
   * Whether repeating the call is harmless, so that the client may retry it after a lost response. Default: what is known
   * about the API; for an unknown API, whether its name starts with Get, List, Describe or Batch.
   */
  repeatable?: boolean | undefined;
}

/** Options of `publicKey`. */
export interface PublicKeyOptions extends OperationOptions {
  /** AccessKey only, and required there: the key version, 36 characters. */
  keyVersionId?: string | undefined;
}

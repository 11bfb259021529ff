import type { CallOptions } from '../transport/options.js';

/** Which gateway serves a call: the KMS instance's, or the public one of the region. */
export type GatewayName = 'instance' | 'public';

/** Options of one call; what is not given is as the client was configured. */
export interface OperationOptions extends CallOptions {
  /** Default: the instance's when it is configured and serves the call, else the public one. */
  gateway?: GatewayName | undefined;
}

/** Options of `doAction`. */
export interface DoActionOptions extends OperationOptions {
  /**
   * Whether sending the call twice does no harm, so that it is sent again when an answer got lost. Default: what is known
   * of the API; for an unknown one, whether its name starts with Get, List, Describe or Batch.
   */
  repeatable?: boolean | undefined;
}

/** Options of `publicKey`. */
export interface PublicKeyOptions extends OperationOptions {
  /** AccessKey only, and required there: the key version, 36 characters. */
  keyVersionId?: string | undefined;
}

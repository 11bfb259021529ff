import type { Kms } from '../kms.js';
import type { InstanceRequests, InstanceResponses } from './generated/instance-types.js';
import type { PublicRequests, PublicResponses } from './generated/public-types.js';

/** The caller, authenticated by a signature. */
interface Caller {
  kind: 'accessKey' | 'clientKey';
  /** AccessKey id or client key id. */
  id: string;
  remoteAddress: string;
}

export interface CallContext {
  kms: Kms;
  caller: Caller;
  requestId: string;
}

/** The APIs of the public gateway. A handler takes a decoded, checked request; the gateway adds RequestId to its response. */
export type PublicHandlers = {
  readonly [Api in keyof PublicRequests]: (
    request: PublicRequests[Api],
    context: CallContext,
  ) => Promise<PublicResponses[Api]>;
};

/** @template Api name of an API of the instance gateway */
export interface InstanceResponse<Api extends keyof InstanceResponses> {
  message: InstanceResponses[Api];
  /** The key version that was used: header x-kms-migrationkeyversionid. */
  keyVersionId?: string;
}

/** The APIs of the instance gateway; `keyVersionId` is the request header x-kms-migrationkeyversionid. */
export type InstanceHandlers = {
  readonly [Api in keyof InstanceRequests]: (
    request: InstanceRequests[Api],
    context: CallContext & { keyVersionId?: string },
  ) => Promise<InstanceResponse<Api>>;
};

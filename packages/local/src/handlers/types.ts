import type { ActionName, InstanceApi } from 'alibabacloud-kms-sdk/internal';
import type { Kms } from '../kms.js';

/** Who calls, proven by a signature. */
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

/** Parameters of an API of the public gateway: text as it was sent; values, arrays and maps where the table says `encoding`. Checked against the table before. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One API of the public gateway. The answer's RequestId is added by the gateway. */
export type PublicHandler = (parameters: Parameters, context: CallContext) => Promise<Record<string, unknown>>;

export type PublicHandlers = Record<ActionName, PublicHandler>;

/** A message of the instance gateway, fields by wire name; absent fields are undefined. */
export type Message = Readonly<Record<string, unknown>>;

interface InstanceResponse {
  message: Record<string, unknown>;
  /** The key version that did the work: header x-kms-migrationkeyversionid. */
  keyVersionId?: string;
}

/** One API of the instance gateway; `keyVersionId` is the request header x-kms-migrationkeyversionid. */
export type InstanceHandler = (
  message: Message,
  context: CallContext & { keyVersionId?: string },
) => Promise<InstanceResponse>;

export type InstanceHandlers = Record<InstanceApi | 'Hmac', InstanceHandler>;

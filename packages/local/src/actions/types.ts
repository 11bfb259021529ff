import type { Access } from '../access/access.js';
import type { Clock } from '../clock.js';
import type { Instances } from '../instances/instances.js';
import type { KeyService } from '../keys/key-service.js';
import type { ManagedDataKeys } from '../keys/managed-data-keys.js';
import type { SecretService } from '../secrets/secret-service.js';
import type { Store } from '../store/store.js';

/** What this KMS is called; fixed when its data directory is made. */
export interface Identity {
  regionId: string;
  accountId: string;
  instanceId: string;
}

/** Everything that an action works with. */
export interface Kms {
  clock: Clock;
  identity: Identity;
  store: Store;
  keys: KeyService;
  dataKeys: ManagedDataKeys;
  secrets: SecretService;
  instances: Instances;
  access: Access;
}

/** Who calls, proven by a signature. */
export interface Caller {
  kind: 'accessKey' | 'clientKey';
  /** AccessKey id or client key id. */
  id: string;
  remoteAddress: string;
}

export interface ActionContext {
  kms: Kms;
  caller: Caller;
  requestId: string;
}

/** Parameters of an OpenAPI action: text as it was sent; values, arrays and maps where the table says `encoding`. Checked against the table before. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One API of the public gateway. The answer's RequestId is added by the gateway. */
export type OpenApiAction = (parameters: Parameters, context: ActionContext) => Promise<Record<string, unknown>>;

/** A message of the instance gateway, fields by wire name; absent fields are undefined. */
export type Message = Readonly<Record<string, unknown>>;

export interface InstanceAnswer {
  message: Record<string, unknown>;
  /** The key version that did the work: header x-kms-migrationkeyversionid. */
  keyVersionId?: string;
}

/** One API of the instance gateway; `keyVersionId` is the request header x-kms-migrationkeyversionid. */
export type InstanceAction = (
  message: Message,
  context: ActionContext & { keyVersionId?: string },
) => Promise<InstanceAnswer>;

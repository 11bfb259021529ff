import { Access } from './access/access.js';
import type { Clock } from './clock.js';
import { Instances } from './instances/instances.js';
import { KeyService } from './keys/key-service.js';
import { ManagedDataKeys } from './keys/managed-data-keys.js';
import { SecretService } from './secrets/secret-service.js';
import type { Store } from './store/store.js';

/** Names of this KMS; fixed when its data directory is created. */
export interface Identity {
  regionId: string;
  accountId: string;
  instanceId: string;
}

/** Everything that handlers work with. */
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

/** A KMS on a store, ready for calls. */
export function createKms({ store, clock, identity }: { store: Store; clock: Clock; identity: Identity }): Kms {
  const keys = new KeyService({ store, clock, scope: identity });
  return {
    clock,
    identity,
    store,
    keys,
    dataKeys: new ManagedDataKeys({ store, clock }),
    secrets: new SecretService({ store, clock, keys }),
    instances: new Instances({ store, clock }),
    access: new Access({ store, clock, instanceId: identity.instanceId }),
  };
}

/** Processes everything that is due. */
export async function settleAll({ keys, secrets }: Kms): Promise<void> {
  await keys.settleAll();
  await secrets.settleAll();
}

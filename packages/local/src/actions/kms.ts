import type { Clock } from '../clock.js';
import { KeyService } from '../keys/key-service.js';
import { SecretService } from '../secrets/secret-service.js';
import type { Store } from '../store/store.js';
import type { Identity, Kms } from './types.js';

/** A KMS on a store, ready for actions. */
export function createKms({ store, clock, identity }: { store: Store; clock: Clock; identity: Identity }): Kms {
  const keys = new KeyService({ store, clock, scope: identity });
  return { clock, identity, store, keys, secrets: new SecretService({ store, clock, keys }) };
}

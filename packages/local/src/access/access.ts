import type { Clock } from '../clock.js';
import type { Guard } from '../guard.js';
import { openAuthority } from '../pki/authority.js';
import type { CertifiedKey } from '../pki/certificates.js';
import { Copies } from '../store/copies.js';
import type { Database } from '../store/schema.js';
import { Settings } from '../store/settings.js';
import type { Store } from '../store/store.js';
import { AccessKeys } from './access-keys.js';
import { type AccessRule, type ClientKeyApi, guardOf, loadRules, refusal } from './access-rules.js';
import { type ClientKey, ClientKeys } from './client-keys.js';

export interface AccessOptions {
  store: Store;
  clock: Clock;
  /** The instance that this KMS's instance gateway serves. */
  instanceId: string;
}

/** Decides who may call this KMS through the instance gateway, and for what. */
export class Access {
  readonly accessKeys: AccessKeys;
  readonly clientKeys: ClientKeys;
  readonly clock: Clock;
  readonly store: Store;
  readonly #instanceId: string;
  /** By access point. */
  readonly #rules: Copies<readonly AccessRule[]>;

  constructor({ store, clock, instanceId }: AccessOptions) {
    this.store = store;
    this.clock = clock;
    this.#instanceId = instanceId;
    this.accessKeys = new AccessKeys(store, clock);
    this.clientKeys = new ClientKeys(store);
    this.#rules = new Copies(store.state);
  }

  /**
   * The guard for a call with a client key.
   *
   * @param api of the instance gateway
   * @throws ServiceError Forbidden.NoPermission if the call may use nothing: outside the client key's validity, from
   * another network, or without a policy for such an API
   */
  async guardOf(
    { accessPoint, notBefore, notAfter }: ClientKey,
    api: ClientKeyApi,
    remoteAddress: string,
  ): Promise<Guard> {
    const now = this.clock.now();
    if (now < notBefore || now > notAfter) throw refusal(api);
    return guardOf(await this.#rulesOf(accessPoint), api, remoteAddress);
  }

  /** Changes client keys, access points, policies, network rules or instances; takes effect from the next call on. */
  change<T>(work: (db: Database) => Promise<T>): Promise<T> {
    return this.store.transaction(async (db) => {
      const result = await work(db);
      await this.store.state.touch(db);
      return result;
    });
  }

  /** The CA that signs the certificates of this KMS and its client keys. */
  authority(): Promise<CertifiedKey> {
    // Other machines check certificates, and do not know about a clock that was moved.
    return openAuthority(new Settings(this.store), Date.now());
  }

  async #rulesOf(accessPoint: string): Promise<readonly AccessRule[]> {
    const held = this.#rules.current();
    const known = held.get(accessPoint);
    if (known) return known;
    const rules = await loadRules(this.store.db, accessPoint, this.#instanceId);
    held.set(accessPoint, rules);
    return rules;
  }
}

import { type KeyObject, X509Certificate } from 'node:crypto';
import { Copies } from '../store/copies.js';
import type { Store } from '../store/store.js';

/** What the instance gateway needs of a client key to check a call. */
export interface ClientKey {
  id: string;
  accessPoint: string;
  publicKey: KeyObject;
  notBefore: number;
  notAfter: number;
}

/** The client keys of this KMS; those in use are cached in memory. */
export class ClientKeys {
  readonly #store: Store;
  readonly #held: Copies<ClientKey>;

  constructor(store: Store) {
    this.#store = store;
    this.#held = new Copies(store.state);
  }

  async find(id: string): Promise<ClientKey | undefined> {
    const held = this.#held.current();
    const known = held.get(id);
    if (known) return known;
    const row = await this.#store.db.selectFrom('client_keys').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const { publicKey } = new X509Certificate(row.certificate_pem);
    const { access_point: accessPoint, not_before: notBefore, not_after: notAfter } = row;
    const key = { id, accessPoint, publicKey, notBefore, notAfter };
    held.set(id, key);
    return key;
  }
}

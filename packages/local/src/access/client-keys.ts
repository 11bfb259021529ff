import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Store } from '../store/store.js';

/** A client key as the instance gateway needs it to check a call. */
export interface ClientKey {
  id: string;
  accessPoint: string;
  publicKey: KeyObject;
  notBefore: number;
  notAfter: number;
}

/** The client keys of this KMS; those in use are held in memory. */
export class ClientKeys {
  readonly #store: Store;
  #held = new Map<string, ClientKey>();

  constructor(store: Store) {
    this.#store = store;
  }

  async find(id: string): Promise<ClientKey | undefined> {
    // What was read before `forget` is put into the map that is no longer asked.
    const map = this.#held;
    const held = map.get(id);
    if (held) return held;
    const row = await this.#store.db.selectFrom('client_keys').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const { publicKey } = new X509Certificate(row.certificate_pem);
    const { access_point: accessPoint, not_before: notBefore, not_after: notAfter } = row;
    const key = { id, accessPoint, publicKey, notBefore, notAfter };
    map.set(id, key);
    return key;
  }

  forget(): void {
    this.#held = new Map();
  }
}

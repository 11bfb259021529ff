import type { Store } from '../store/store.js';
import type { Key } from './key-record.js';

const capacity = 10_000;

/** Cached keys by id or alias. Only for a store of a single process, whose next transaction drops them all. */
export class KeyRows {
  readonly #store: Store;
  #transactions = 0;
  #rows = new Map<string, Key>();

  constructor(store: Store) {
    this.#store = store;
  }

  async get(name: string, read: () => Promise<Key | undefined>): Promise<Key | undefined> {
    if (this.#store.isShared) return read();
    // Get it before reading: a value that was read before a transaction then lands in a map that is no longer used.
    const rows = this.#current();
    const known = rows.get(name);
    if (known) return known;
    const row = await read();
    if (rows.size >= capacity) rows.clear();
    if (row) rows.set(name, Object.freeze(row));
    return row;
  }

  #current(): Map<string, Key> {
    if (this.#transactions !== this.#store.transactions) {
      this.#transactions = this.#store.transactions;
      this.#rows = new Map();
    }
    return this.#rows;
  }
}

import type { Secret } from './secret.js';
import type { SecretKey } from './which.js';

/** A secret as a store keeps it. */
export interface StoredSecret {
  secret: Secret;
  /** When KMS answered it, in milliseconds since the epoch. */
  fetchedAt: number;
}

/**
 * Keeps secrets for starts without KMS: `EncryptedFileStore`, `OfficialFileStore`, or one of your own. What it throws is told
 * by the `error` event, and the secret is read from KMS.
 */
export interface SecretStore {
  /** Undefined when it does not have the secret. */
  load(key: SecretKey): Promise<StoredSecret | undefined>;
  /** Left out by a store that is only read. */
  save?(key: SecretKey, stored: StoredSecret): Promise<void>;
  /** Called when KMS says that the secret is gone. */
  remove?(key: SecretKey): Promise<void>;
}

/** Several stores as one: each is asked until one has the secret. */
export class Stores {
  readonly #stores: readonly SecretStore[];
  readonly #report: (key: SecretKey, error: unknown) => void;
  readonly #writing = new Map<string, Promise<void>>();

  constructor(stores: readonly SecretStore[], report: (key: SecretKey, error: unknown) => void) {
    this.#stores = stores;
    this.#report = report;
  }

  async load(key: SecretKey): Promise<StoredSecret | undefined> {
    for (const store of this.#stores) {
      try {
        const found = await store.load(key);
        if (found) return found;
      } catch (error) {
        this.#report(key, error);
      }
    }
    return undefined;
  }

  save(key: SecretKey, stored: StoredSecret): void {
    this.#write(key, (store) => store.save?.(key, stored));
  }

  remove(key: SecretKey): void {
    this.#write(key, (store) => store.remove?.(key));
  }

  /** When all that was begun is written, or has failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  /** What is written for one secret is written in the order in which it happened. */
  #write(key: SecretKey, work: (store: SecretStore) => Promise<void> | undefined): void {
    if (this.#stores.length === 0) return;
    const id = JSON.stringify(key);
    const written = (this.#writing.get(id) ?? Promise.resolve()).then(async () => {
      for (const store of this.#stores) {
        try {
          await work(store);
        } catch (error) {
          this.#report(key, error);
        }
      }
      if (this.#writing.get(id) === written) this.#writing.delete(id);
    });
    this.#writing.set(id, written);
  }
}

import type { Secret } from './secret.js';
import type { SecretKey } from './which.js';

/** A secret in a store. */
export interface StoredSecret {
  secret: Secret;
  /** When KMS returned it, in milliseconds since the epoch. */
  fetchedAt: number;
}

/**
 * Stores secrets, to start without KMS: `EncryptedFileStore`, `OfficialFileStore`, or your own. If it throws, the cache
 * sends an `error` event and reads the secret from KMS.
 */
export interface SecretStore {
  /** Undefined if it does not have the secret. */
  load(key: SecretKey): Promise<StoredSecret | undefined>;
  /** Omitted by a read-only store. */
  save?(key: SecretKey, stored: StoredSecret): Promise<void>;
  /** Called when KMS says that the secret is gone. */
  remove?(key: SecretKey): Promise<void>;
}

/** Several stores as one: asks each until one has the secret. */
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

  /** Resolves when all writes in progress have succeeded or failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  /** Writes for one secret happen in order. */
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

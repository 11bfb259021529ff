import type { Clock } from '../clock.js';
import type { Store } from '../store/store.js';

const context = 'identity/metadata-token';

/** Tokens for the metadata service. They contain their own expiry, sealed, so nothing is stored. */
export class MetadataTokens {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  issue(ttlMs: number): string {
    const expiresAt = this.#clock.now() + ttlMs;
    return Buffer.from(this.#store.seal(context, Buffer.from(String(expiresAt)))).toString('base64url');
  }

  isValid(token: string): boolean {
    try {
      const expiresAt = this.#store.open(context, Buffer.from(token, 'base64url'));
      return this.#clock.now() < Number(Buffer.from(expiresAt).toString());
    } catch {
      return false;
    }
  }
}

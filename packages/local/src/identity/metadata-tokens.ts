import type { Clock } from '../clock.js';
import type { Store } from '../store/store.js';

const context = 'identity/metadata-token';

/** Tokens with which an instance asks its metadata service. They hold their own expiry, sealed, so nothing is kept. */
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

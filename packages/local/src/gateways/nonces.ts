/** Nonces that were used lately. In memory only: a restart forgets them, which for a local KMS is good enough. */
export class NonceMemory {
  readonly #expiries = new Map<string, number>();
  readonly #ttlMs: number;
  readonly #capacity: number;

  /** @param capacity how many are remembered; under a load that makes more within `ttlMs` the oldest are forgotten early */
  constructor(ttlMs: number, capacity = 100_000) {
    this.#ttlMs = ttlMs;
    this.#capacity = capacity;
  }

  /** Whether the nonce is new; it is remembered from now on. */
  use(nonce: string, now: number): boolean {
    this.#forget(now);
    if (this.#expiries.has(nonce)) return false;
    this.#expiries.set(nonce, now + this.#ttlMs);
    return true;
  }

  /** A map keeps the order of insertion, which is the order of expiry. */
  #forget(now: number): void {
    for (const [nonce, expiry] of this.#expiries) {
      if (expiry > now && this.#expiries.size < this.#capacity) break;
      this.#expiries.delete(nonce);
    }
  }
}

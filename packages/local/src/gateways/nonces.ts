/** Nonces that were used lately. In memory only: a restart forgets them, which for a local KMS is good enough. */
export class NonceMemory {
  // In two halves, of which the older one is dropped as a whole: in a map whose first entries were deleted one by one,
  // finding the first that is left takes longer than everything else in a call.
  #recent = new Map<string, number>();
  #older = new Map<string, number>();
  #turnsAt = Number.NEGATIVE_INFINITY;
  readonly #ttlMs: number;
  readonly #capacity: number;

  /** @param capacity how many are remembered at most; under a load that makes more within `ttlMs` the older half is forgotten early */
  constructor(ttlMs: number, capacity = 100_000) {
    this.#ttlMs = ttlMs;
    this.#capacity = capacity;
  }

  /** Whether the nonce is new; it is remembered from now on. */
  use(nonce: string, now: number): boolean {
    if (now >= this.#turnsAt || this.#recent.size >= this.#capacity / 2) this.#turn(now);
    const expiry = this.#recent.get(nonce) ?? this.#older.get(nonce);
    if (expiry !== undefined && expiry > now) return false;
    this.#recent.set(nonce, now + this.#ttlMs);
    return true;
  }

  forget(nonce: string): void {
    this.#recent.delete(nonce);
    this.#older.delete(nonce);
  }

  #turn(now: number): void {
    this.#older = this.#recent;
    this.#recent = new Map();
    this.#turnsAt = now + this.#ttlMs;
  }
}

import { createHash } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import { unlessStorageFails } from '../store/storage-failure.js';
import type { Store } from '../store/store.js';

/** A date may be ahead by the tolerance, so a request could be replayed for twice that time. */
const ttlMs = 2 * limits.clockSkewMs;
const sweepIntervalMs = 60_000;

/**
 * Recently used nonces: in memory, and in the store if several processes share it, so that no process accepts a request that
 * another one has accepted. While the store cannot be written, only memory is used.
 */
export class Nonces {
  readonly #store: Store;
  readonly #memory = new NonceMemory(ttlMs);
  #sweepAt = Number.NEGATIVE_INFINITY;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Returns whether this caller's nonce is new, and records it.
   *
   * @param now by the machine's clock, which clients use to date their requests
   */
  async use(caller: string, nonce: string, now: number): Promise<boolean> {
    const id = idOf(caller, nonce);
    if (!this.#memory.use(id, now)) return false;
    return !this.#store.isShared || unlessStorageFails(this.#useShared(id, now), () => true);
  }

  /** Makes the nonce usable again. */
  async forget(caller: string, nonce: string): Promise<void> {
    const id = idOf(caller, nonce);
    this.#memory.forget(id);
    if (!this.#store.isShared) return;
    await unlessStorageFails(this.#store.db.deleteFrom('used_nonces').where('id', '=', id).execute(), () => []);
  }

  async #useShared(id: string, now: number): Promise<boolean> {
    if (now >= this.#sweepAt) await this.#sweep(now);
    const expires_at = now + ttlMs;
    const taken = await this.#store.db
      .insertInto('used_nonces')
      .values({ id, expires_at })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ expires_at }).where('used_nonces.expires_at', '<=', now),
      )
      .returning('id')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** Removes nonces that have expired by the clock of every process: a process whose clock differs more refuses all requests. */
  async #sweep(now: number): Promise<void> {
    this.#sweepAt = now + sweepIntervalMs;
    await this.#store.db
      .deleteFrom('used_nonces')
      .where('expires_at', '<=', now - limits.clockSkewMs)
      .execute();
  }
}

/** A hash, because a nonce may be of any length. */
const idOf = (caller: string, nonce: string): string =>
  createHash('sha256').update(`${caller} ${nonce}`).digest('base64');

/** Nonces in the memory of one process. */
export class NonceMemory {
  // Two generations, the older of which is dropped as a whole: in a map whose first entries were deleted one by one, finding
  // the first remaining one takes longer than everything else in a call.
  #recent = new Map<string, number>();
  #older = new Map<string, number>();
  #turnsAt = Number.NEGATIVE_INFINITY;
  readonly #ttlMs: number;
  readonly #capacity: number;

  /** @param capacity how many to remember at most; under higher load, the older half is forgotten before `ttlMs` */
  constructor(ttlMs: number, capacity = 100_000) {
    this.#ttlMs = ttlMs;
    this.#capacity = capacity;
  }

  /** Returns whether the nonce is new, and records it. */
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

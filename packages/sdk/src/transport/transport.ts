import { KmsConfigurationError } from '../errors.js';
import { isPromise } from '../util/value-kinds.js';
import { attempt } from './attempt.js';
import { abortable } from './call-scope.js';
import type { CallSignal } from './call-signal.js';
import type { CallPolicy, ConnectionSettings } from './options.js';
import { closePool, openPool, type Pool, poolKey } from './pool.js';
import type { WireRequest, WireResponse } from './types.js';

/** Calls with their own CA or proxy have their own pool. Older pools beyond this number are dropped; their idle sockets close. */
const maxPools = 32;

/** Owns the connections of a client. */
export class Transport {
  readonly #pools = new Map<string, Pool | Promise<Pool>>();
  #closed = false;

  /**
   * Sends a request once.
   * @param signal aborts, with its reason
   * @param fresh on a new connection, not on one that was idle and may be dead
   * @throws SendFailure when no answer came
   * @throws KmsConfigurationError `Config.Invalid`: CA file, proxy of the environment
   */
  async send(request: WireRequest, policy: CallPolicy, signal: CallSignal, fresh = false): Promise<WireResponse> {
    const pool = await abortable(this.#pool(request.origin, policy.connection), signal);
    signal.throwIfAborted();
    await pool.limiter.enter(signal);
    try {
      signal.throwIfAborted();
      return await attempt(pool, request, policy, signal, fresh);
    } finally {
      pool.limiter.leave();
    }
  }

  /** @throws KmsConfigurationError `Config.ClientClosed` */
  assertOpen(): void {
    if (this.#closed) throw new KmsConfigurationError('Config.ClientClosed', 'This client was closed: make a new one');
  }

  /** Closes idle connections; running calls finish, and then close theirs. */
  close(): void {
    this.#closed = true;
    for (const pool of this.#pools.values()) if (!isPromise(pool)) closePool(pool);
  }

  #pool(origin: string, settings: ConnectionSettings): Pool | Promise<Pool> {
    const key = poolKey(origin, settings);
    const known = this.#pools.get(key);
    if (known) return known;
    const opening = this.#open(origin, settings);
    const settled = opening.then(
      (pool) => {
        this.#pools.set(key, pool);
        return pool;
      },
      (error) => {
        // The next call tries again: the file may exist by then.
        this.#pools.delete(key);
        throw error;
      },
    );
    this.#pools.set(key, settled);
    const [oldest] = this.#pools.keys();
    if (this.#pools.size > maxPools && oldest !== undefined) this.#pools.delete(oldest);
    return settled;
  }

  async #open(origin: string, settings: ConnectionSettings): Promise<Pool> {
    const url = new URL(origin);
    // Requests carry plaintexts and answers carry secrets: none of it may leave this machine unencrypted.
    if (url.protocol !== 'https:') {
      throw new KmsConfigurationError(
        'Config.Unsupported',
        `${url.protocol}// is not supported: KMS is called by https`,
      );
    }
    const pool = await openPool(url, settings);
    // Closed meanwhile: the call that opens the pool may still use it, but no connection stays open.
    if (this.#closed) closePool(pool);
    return pool;
  }
}

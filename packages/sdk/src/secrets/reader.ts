import type { Entry } from './entries.js';
import type { Events } from './events.js';
import type { Loader } from './loader.js';
import type { ResolvedSecretCacheOptions } from './options.js';
import type { Secret } from './secret.js';

/** Decides what a caller gets: the cached value, the response of KMS, or an expired value while KMS is unavailable. */
export class Reader {
  readonly #options: ResolvedSecretCacheOptions;
  readonly #events: Events;
  readonly #loader: Loader;
  readonly counts = { hits: 0, misses: 0, staleHits: 0 };

  constructor(options: ResolvedSecretCacheOptions, events: Events, loader: Loader) {
    this.#options = options;
    this.#events = events;
    this.#loader = loader;
  }

  async read(entry: Entry, signal?: AbortSignal): Promise<Secret> {
    const { clock, staleIfErrorMs } = this.#options;
    signal?.throwIfAborted();
    const now = clock.now();
    if (entry.value && entry.isFresh(now)) {
      entry.usedAt = ++this.counts.hits;
      return this.#opened(entry.value);
    }
    if (entry.failure?.kind === 'gone' && now < entry.failure.retryAt) throw entry.failure.error;
    if (entry.isUsable(now, staleIfErrorMs)) return this.#stale(entry, now, signal);
    this.counts.misses += 1;
    try {
      return await unlessAborted(this.#loader.load(entry).promise, signal);
    } catch (error) {
      // A store may have had an expired value that may be returned now.
      if (signal?.aborted || entry.failure?.kind !== 'away') throw error;
      if (entry.isUsable(clock.now(), staleIfErrorMs)) return this.#giveStale(entry);
      const recovered = await this.#options.hooks.recover?.({ ...entry.key }, error);
      if (recovered) return recovered;
      throw error;
    }
  }

  /** The TTL has expired: asks KMS, and waits for it unless it is known to be unavailable. */
  async #stale(entry: Entry, now: number, signal: AbortSignal | undefined): Promise<Secret> {
    if (entry.failure && now < entry.failure.retryAt) return this.#giveStale(entry);
    const { promise, startedAt } = this.#loader.load(entry);
    const waitMs = entry.failure || this.#loader.isAway ? 0 : startedAt + this.#options.maxWaitMs - performance.now();
    if (waitMs <= 0) return this.#giveStale(entry);
    this.counts.misses += 1;
    try {
      const secret = await unlessAborted(withinWait(promise, waitMs), signal);
      if (secret !== late) return secret;
      this.#loader.noteAway();
      return this.#giveStale(entry);
    } catch (error) {
      if (signal?.aborted || entry.failure?.kind !== 'away') throw error;
      return this.#giveStale(entry);
    }
  }

  #giveStale(entry: Entry): Promise<Secret> | Secret {
    this.counts.staleHits += 1;
    if (!entry.isStaleReported) {
      entry.isStaleReported = true;
      const ageMs = this.#options.clock.now() - entry.fetchedAt;
      this.#events.emit('stale', { ...entry.key, ageMs, error: entry.failure?.error });
    }
    return this.#opened(entry.value as Secret);
  }

  #opened(kept: Secret): Promise<Secret> | Secret {
    return this.#options.hooks.get?.(kept) ?? kept;
  }
}

/** Result of `withinWait` on timeout. */
const late = Symbol('late');

/** The outcome of a promise, or `late` after `waitMs`. The timer does not keep the process alive. */
async function withinWait<T>(promise: Promise<T>, waitMs: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const timeOver = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, waitMs, late);
    timer.unref();
  });
  return Promise.race([promise, timeOver]).finally(() => clearTimeout(timer));
}

/** The outcome of a shared promise, or the reason of the signal if it aborts first. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

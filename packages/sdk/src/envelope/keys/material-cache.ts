import type { Material } from './material.js';

/** Limits of cached data keys. */
export interface CacheLimits {
  maxAgeMs: number;
  maxMessages: number;
  maxBytes: number;
  maxEntries: number;
}

/** Counters since the cache was created. */
export interface CacheCounters {
  /** Messages whose data key was in the cache. */
  readonly hits: number;
  /** Messages whose data key was not; those that wait for the same key count each. */
  readonly misses: number;
  /** Data keys requested from KMS, with one or more calls each. */
  readonly fetches: number;
  /** Requests that failed. */
  readonly failures: number;
  /** Data keys in the cache now. */
  readonly entries: number;
}

interface Entry {
  readonly material: Material;
  readonly expiresAt: number;
  readonly refreshAt: number;
  /** Earliest time of the next refresh after a failed one. */
  notBefore: number;
  messages: number;
  bytes: number;
}

/** Gets a data key from KMS; without a signal if several callers wait for it. */
type Fetch = (signal?: AbortSignal) => Promise<Material>;

/** Share of its limits after which a data key is replaced in the background, while the old one stays in use. */
const refreshAfter = 0.8;

/** Share of its age after which a failed replacement is retried. */
const retryAfter = 0.05;

/** Data keys by purpose. Callers must release what they get. */
export class MaterialCache {
  readonly #limits: CacheLimits;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  readonly #flights = new Map<string, Promise<Entry>>();
  readonly #counters = { hits: 0, misses: 0, fetches: 0, failures: 0 };
  #sweeper?: NodeJS.Timeout;
  #closed = false;

  constructor(limits: CacheLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  get counters(): CacheCounters {
    return { ...this.#counters, entries: this.#entries.size };
  }

  /** The data key of `name` for a message of `bytes`, if cached. `fetch` gets its replacement when due. */
  find(name: string, bytes: number, fetch: Fetch): Material | undefined {
    const now = this.#now();
    const entry = this.#usable(name, bytes, now);
    if (!entry) return undefined;
    this.#counters.hits += 1;
    return this.#use(name, entry, bytes, now, fetch);
  }

  /**
   * The data key of `name`, fetched if it is not cached. Concurrent callers share one `fetch`, which none of them can
   * abort alone. A failure reaches all of them, and is not cached.
   */
  async fetch(name: string, bytes: number, fetch: Fetch, signal?: AbortSignal): Promise<Material> {
    this.#counters.misses += 1;
    while (bytes <= this.#limits.maxBytes && !this.#closed) {
      await untilAborted(this.#flight(name, fetch), signal);
      const now = this.#now();
      const entry = this.#usable(name, bytes, now);
      if (entry) return this.#use(name, entry, bytes, now, fetch);
    }
    return this.#counted(() => fetch(signal));
  }

  /** Zeroes and forgets all keys; caches nothing from then on. */
  close(): void {
    this.#closed = true;
    for (const name of [...this.#entries.keys()]) this.#drop(name);
    clearTimeout(this.#sweeper);
    this.#sweeper = undefined;
  }

  #usable(name: string, bytes: number, now: number): Entry | undefined {
    const { maxMessages, maxBytes } = this.#limits;
    const entry = this.#entries.get(name);
    if (!entry || bytes > maxBytes) return undefined;
    if (entry.expiresAt > now && entry.messages < maxMessages && entry.bytes + bytes <= maxBytes) return entry;
    this.#drop(name);
    return undefined;
  }

  #use(name: string, entry: Entry, bytes: number, now: number, fetch: Fetch): Material {
    entry.messages += 1;
    entry.bytes += bytes;
    // The map is ordered by last use: the most recent entry is last.
    if (this.#entries.size > 1) {
      this.#entries.delete(name);
      this.#entries.set(name, entry);
    }
    if (this.#isDue(entry, now) && !this.#flights.has(name)) this.#refresh(name, entry, fetch);
    entry.material.key.retain();
    return entry.material;
  }

  #isDue({ refreshAt, notBefore, messages, bytes }: Entry, now: number): boolean {
    const { maxMessages, maxBytes } = this.#limits;
    if (now < notBefore) return false;
    return now >= refreshAt || messages >= maxMessages * refreshAfter || bytes >= maxBytes * refreshAfter;
  }

  /** Runs in the background. While KMS throttles or is unavailable, the old key stays in use within its limits. */
  #refresh(name: string, entry: Entry, fetch: Fetch): void {
    this.#flight(name, fetch).catch(() => {
      entry.notBefore = this.#now() + this.#limits.maxAgeMs * retryAfter;
    });
  }

  #flight(name: string, fetch: Fetch): Promise<Entry> {
    let flight = this.#flights.get(name);
    if (!flight) {
      flight = this.#counted(() => fetch())
        .then((material) => this.#put(name, material))
        .finally(() => this.#flights.delete(name));
      this.#flights.set(name, flight);
    }
    return flight;
  }

  async #counted(fetch: () => Promise<Material>): Promise<Material> {
    this.#counters.fetches += 1;
    try {
      return await fetch();
    } catch (error) {
      this.#counters.failures += 1;
      throw error;
    }
  }

  #put(name: string, material: Material): Entry {
    const { maxAgeMs, maxEntries } = this.#limits;
    const now = this.#now();
    const refreshAt = now + maxAgeMs * refreshAfter;
    const entry = { material, expiresAt: now + maxAgeMs, refreshAt, notBefore: 0, messages: 0, bytes: 0 };
    this.#drop(name);
    if (this.#closed) {
      material.key.release();
      return entry;
    }
    this.#entries.set(name, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= maxEntries) break;
      this.#drop(oldest);
    }
    this.#sweepLater();
    return entry;
  }

  #drop(name: string): void {
    this.#entries.get(name)?.material.key.release();
    this.#entries.delete(name);
  }

  /** Zeroes expired keys even if nobody asks for them again. */
  #sweepLater(): void {
    this.#sweeper ??= setTimeout(() => {
      this.#sweeper = undefined;
      for (const [name, { expiresAt }] of this.#entries) if (expiresAt <= this.#now()) this.#drop(name);
      if (this.#entries.size > 0) this.#sweepLater();
    }, this.#limits.maxAgeMs).unref();
  }
}

/** Waits for the promise until the signal aborts. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

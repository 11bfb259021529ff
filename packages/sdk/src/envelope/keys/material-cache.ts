import type { Material } from './material.js';

/** Limits of cached data keys. */
export interface CacheLimits {
  maxAgeMs: number;
  maxMessages: number;
  maxBytes: number;
  maxEntries: number;
}

/** How often a cache helped, since it was made. */
export interface CacheCounters {
  /** Messages that found a data key. */
  readonly hits: number;
  /** Messages that did not; those that wait for the same one count each. */
  readonly misses: number;
  /** Data keys that KMS was asked for, one request or more each. */
  readonly fetches: number;
  /** Of those, the ones that failed. */
  readonly failures: number;
  /** Data keys in the cache now. */
  readonly entries: number;
}

interface Entry {
  readonly material: Material;
  readonly expiresAt: number;
  readonly refreshAt: number;
  /** After a refresh that failed. */
  notBefore: number;
  messages: number;
  bytes: number;
}

/** Gets a data key from KMS; one that several wait for has no signal. */
type Fetch = (signal?: AbortSignal) => Promise<Material>;

/** A data key is made anew when this much of its limits is used up, while the old one still serves. */
const refreshAfter = 0.8;

/** And when that failed, again after this part of its age. */
const retryAfter = 0.05;

/** Data keys by what they are for. Whoever takes one has to release it. */
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

  /** The data key of `name` for a message of `bytes`, if it is here. `fetch` makes the next one when its time comes. */
  find(name: string, bytes: number, fetch: Fetch): Material | undefined {
    const now = this.#now();
    const entry = this.#usable(name, bytes, now);
    if (!entry) return undefined;
    this.#counters.hits += 1;
    return this.#use(name, entry, bytes, now, fetch);
  }

  /**
   * The data key of `name`, fetched when it is not here. All who miss it at the same time wait for one `fetch`, which no
   * single one of them can end. A failure is that of all who waited, and is forgotten.
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

  /** Forgets and zeroes everything, and keeps nothing from now on. */
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
    // The one used last is the last one in the map.
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

  /** In the background. While KMS is throttled or away, the old one serves as long as its limits allow. */
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

  /** A key that nobody asks for any more is zeroed all the same. */
  #sweepLater(): void {
    this.#sweeper ??= setTimeout(() => {
      this.#sweeper = undefined;
      for (const [name, { expiresAt }] of this.#entries) if (expiresAt <= this.#now()) this.#drop(name);
      if (this.#entries.size > 0) this.#sweepLater();
    }, this.#limits.maxAgeMs).unref();
  }
}

/** Waits for it, but no longer than the signal lets. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

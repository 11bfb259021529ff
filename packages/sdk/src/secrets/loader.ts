import { CallSignal } from '../transport/call-signal.js';
import type { Entry } from './entries.js';
import type { Events } from './events.js';
import { failureKind } from './failure-kind.js';
import type { ResolvedSecretCacheOptions } from './options.js';
import type { Secret } from './secret.js';
import { Sources } from './sources.js';
import { Stores } from './store.js';

/** A request in progress, shared by all callers. */
export interface Flight {
  promise: Promise<Secret>;
  /** By the clock that timers use. */
  startedAt: number;
}

/**
 * How long KMS counts as unavailable for all secrets after a failure: until it responds, or until the next retry; a little
 * longer if it throttles and answers some requests.
 */
const awayMs = { silent: 60_000, answering: 5000 } as const;

/** Loads secrets into the cache: one request at a time for each, whatever the number of callers. */
export class Loader {
  readonly #options: ResolvedSecretCacheOptions;
  readonly #events: Events;
  readonly #sources: Sources;
  readonly #stores: Stores;
  readonly #flights = new Map<Entry, Flight>();
  readonly #followers = new Map<Entry, Promise<Secret>>();
  readonly #closing = new CallSignal();
  readonly #landed: (entry: Entry) => void;
  #failedAt = -Infinity;
  #hasAnswered = true;
  /** Successful and failed requests. */
  readonly counts = { refreshes: 0, failures: 0 };

  /** @param landed called when a request has ended, successfully or not */
  constructor(options: ResolvedSecretCacheOptions, events: Events, landed: (entry: Entry) => void) {
    this.#options = options;
    this.#events = events;
    this.#landed = landed;
    this.#sources = new Sources(options.sources, options.failoverAfterMs);
    this.#stores = new Stores(options.stores, ({ name, stage, versionId }, error) =>
      events.emit('error', { name, stage, versionId, error }),
    );
  }

  get batches(): boolean {
    return this.#sources.batches;
  }

  /** Whether KMS has failed, or been silent for longer than callers wait: then callers with an old value do not wait. */
  get isAway(): boolean {
    const now = performance.now();
    if (now < this.#failedAt + awayMs[this.#hasAnswered ? 'answering' : 'silent']) return true;
    const [oldest] = this.#flights.values();
    return oldest !== undefined && now >= oldest.startedAt + this.#options.maxWaitMs;
  }

  noteAway(): void {
    this.#failedAt = performance.now();
    this.#hasAnswered = false;
  }

  isLoading(entry: Entry): boolean {
    return this.#flights.has(entry);
  }

  /** Joins the request in progress, or starts one. */
  load(entry: Entry): Flight {
    const isNew = entry.value === undefined && entry.failure === undefined;
    return this.#flights.get(entry) ?? this.#start(entry, isNew);
  }

  /** Starts a new request: one in progress may be older than what the caller knows. */
  refresh(entry: Entry): Promise<Secret> {
    const flight = this.#flights.get(entry);
    if (!flight) return this.#start(entry, false).promise;
    let follower = this.#followers.get(entry);
    if (!follower) {
      const start = () => {
        this.#followers.delete(entry);
        return this.load(entry).promise;
      };
      follower = flight.promise.then(start, start);
      this.#followers.set(entry, follower);
    }
    return follower;
  }

  /** Aborts requests; resolves when the stores have finished writing. */
  async close(reason: Error): Promise<void> {
    this.#closing.abort(reason);
    await Promise.allSettled([...this.#flights.values()].map(({ promise }) => promise));
    await this.#stores.settled();
  }

  #start(entry: Entry, fromStores: boolean): Flight {
    const promise = this.#run(entry, fromStores).finally(() => {
      this.#flights.delete(entry);
      this.#landed(entry);
    });
    // Callers get the rejection; in the background, the entry records it.
    promise.catch(() => {});
    const flight = { promise, startedAt: performance.now() };
    this.#flights.set(entry, flight);
    return flight;
  }

  async #run(entry: Entry, fromStores: boolean): Promise<Secret> {
    const { clock, notFoundTtlMs } = this.#options;
    this.#closing.throwIfAborted();
    const stored = fromStores && (await this.#loadStored(entry));
    if (stored && entry.isFresh(clock.now())) return stored;
    const askedAt = clock.now();
    try {
      const secret = await this.#sources.fetch(entry.key, this.#closing);
      this.#hasAnswered = true;
      const isKept = await this.#accept(entry, secret, askedAt);
      this.counts.refreshes += 1;
      if (isKept) this.#stores.save(entry.key, { secret, fetchedAt: askedAt });
      return secret;
    } catch (error) {
      if (this.#closing.aborted) throw error;
      const kind = failureKind(error);
      this.counts.failures += 1;
      entry.fail(error, kind, clock.now(), notFoundTtlMs);
      if (kind === 'away') this.noteAway();
      if (kind === 'gone') this.#stores.remove(entry.key);
      throw error;
    }
  }

  /** A stored value ages from KMS's response on. If that lies in the future, because a clock was ahead, its TTL has expired. */
  async #loadStored(entry: Entry): Promise<Secret | undefined> {
    const stored = await this.#stores.load(entry.key);
    if (!stored) return undefined;
    const { secret, fetchedAt } = stored;
    const isOfPast = fetchedAt <= this.#options.clock.now();
    await this.#accept(entry, secret, isOfPast ? fetchedAt : this.#options.clock.now() - this.#ttlMs(secret));
    return secret;
  }

  /** @returns whether it is cached */
  async #accept(entry: Entry, secret: Secret, fetchedAt: number): Promise<boolean> {
    const { hooks } = this.#options;
    const kept = hooks.put ? await hooks.put(secret) : secret;
    if (!kept) {
      entry.forget();
      return false;
    }
    const previousVersionId = entry.value?.versionId;
    entry.accept(kept, fetchedAt, this.#ttlMs(secret));
    const { name, stage } = entry.key;
    if (stage !== undefined && previousVersionId !== undefined && previousVersionId !== secret.versionId) {
      this.#events.emit('rotate', { name, stage, versionId: secret.versionId, previousVersionId });
    }
    return true;
  }

  #ttlMs(secret: Secret): number {
    const { ttlField, ttlsMs, ttlMs } = this.#options;
    const ofSecret = ttlField === null ? undefined : ttlInSecret(secret, ttlField);
    return ofSecret ?? ttlsMs.get(secret.name) ?? ttlMs;
  }
}

/** A shorter TTL in a secret is raised to this: `"ttl": 60` was meant as seconds, and would ask KMS 16 times a second. */
const jsonTtlMinMs = 1000;
const ttlMaxMs = 2 ** 31 - 1;

/** The TTL in a secret: a positive number of milliseconds in a member of its JSON object; otherwise undefined. */
export function ttlInSecret(secret: Secret, field: string): number | undefined {
  if (secret.dataType === 'binary' || !/^\s*\{/.test(secret.text)) return undefined;
  try {
    const value: unknown = JSON.parse(secret.text)[field];
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return undefined;
    return Math.min(Math.max(value, jsonTtlMinMs), ttlMaxMs);
  } catch {
    return undefined;
  }
}

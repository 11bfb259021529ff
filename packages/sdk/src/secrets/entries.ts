import type { FailureKind } from './failure-kind.js';
import type { Secret } from './secret.js';
import { checkName, type SecretKey, type SecretSelection, selectionText } from './which.js';

/** Share of the TTL after which a value is refreshed: random, so that secrets read together are not refreshed together. */
export const refreshWindow = { from: 0.8, to: 0.95 } as const;

/** Pauses between refreshes that fail because KMS is unavailable: doubled each time. */
const retryPauseMs = { base: 1000, max: 60_000 } as const;

interface Failure {
  error: unknown;
  kind: FailureKind;
  /** Earliest time to ask KMS again, unless a caller needs the value. */
  retryAt: number;
}

/** The state of one secret and stage or version, and when to refresh it. */
export class Entry {
  readonly key: SecretKey;
  /** As the `put` hook returned it. */
  value?: Secret;
  /** Resolves to `value`, so that a hit creates no promise. */
  hit?: Promise<Secret>;
  ttlMs = 0;
  fetchedAt = 0;
  expiresAt = 0;
  /** When to refresh in the background; Infinity: never. */
  dueAt = Infinity;
  failure?: Failure;
  /** The cache's hit counter at the last use. */
  usedAt = 0;
  /** Whether the `stale` event for this failure was sent. */
  isStaleReported = false;
  #failures = 0;

  constructor(key: SecretKey) {
    this.key = key;
  }

  /** A clock that was set back says nothing about the age of a value. */
  isFresh(now: number): boolean {
    return now < this.expiresAt && now >= this.fetchedAt;
  }

  /** Whether the value may be returned although its TTL has expired. */
  isUsable(now: number, staleIfErrorMs: number): boolean {
    if (this.value === undefined || (this.failure && this.failure.kind !== 'away')) return false;
    return now < this.expiresAt + staleIfErrorMs;
  }

  accept(value: Secret, fetchedAt: number, ttlMs: number): void {
    this.value = value;
    this.hit = Promise.resolve(value);
    this.ttlMs = ttlMs;
    this.fetchedAt = fetchedAt;
    this.expiresAt = fetchedAt + ttlMs;
    this.dueAt = this.#refreshTime(fetchedAt);
    this.failure = undefined;
    this.isStaleReported = false;
    this.#failures = 0;
  }

  forget(): void {
    this.#forgetValue();
    this.expiresAt = 0;
    this.failure = undefined;
    this.#failures = 0;
  }

  fail(error: unknown, kind: FailureKind, now: number, notFoundTtlMs: number): void {
    this.#failures += 1;
    this.isStaleReported = false;
    const pauseMs = Math.min(retryPauseMs.base * 2 ** (this.#failures - 1), retryPauseMs.max, this.ttlMs || Infinity);
    const waits: Record<FailureKind, number> = {
      away: pauseMs * (0.5 + Math.random() / 2),
      gone: notFoundTtlMs,
      refused: 0,
    };
    this.failure = { error, kind, retryAt: now + waits[kind] };
    if (kind === 'gone' && now >= this.expiresAt) this.#forgetValue();
    else if (this.value) this.dueAt = kind === 'away' ? this.#unlessVersion(now + waits.away) : this.#refreshTime(now);
  }

  #forgetValue(): void {
    this.value = undefined;
    this.hit = undefined;
    this.dueAt = Infinity;
  }

  #refreshTime(from: number): number {
    const { from: low, to: high } = refreshWindow;
    return this.#unlessVersion(from + this.ttlMs * (low + (high - low) * Math.random()));
  }

  /** A version never changes, so it is not refreshed in the background, only read again on request after its TTL. */
  #unlessVersion(time: number): number {
    return this.key.versionId === undefined ? time : Infinity;
  }
}

/** The entries of a cache, by name and stage or version. */
export class Entries implements Iterable<Entry> {
  /** Entries of the default stage by name, for reads without a stage: saves a lookup. */
  readonly usual = new Map<string, Entry>();
  readonly #all = new Map<string, Map<string, Entry>>();
  readonly #usualText: string;
  readonly #maxEntries: number;
  readonly #isBusy: (entry: Entry) => boolean;
  #size = 0;

  /** @param isBusy whether an entry must not be removed */
  constructor(usual: SecretSelection, maxEntries: number, isBusy: (entry: Entry) => boolean) {
    this.#usualText = selectionText(usual);
    this.#maxEntries = maxEntries;
    this.#isBusy = isBusy;
  }

  get size(): number {
    return this.#size;
  }

  /** The entry; created if it does not exist. */
  obtain(name: string, selection: SecretSelection): Entry {
    const text = selectionText(selection);
    const found = this.#all.get(name)?.get(text);
    if (found) return found;
    const entry = new Entry({ name: checkName(name), ...selection });
    if (this.#size >= this.#maxEntries) this.#evictOne();
    const ofName = this.#all.get(name) ?? new Map<string, Entry>();
    this.#all.set(name, ofName.set(text, entry));
    if (text === this.#usualText) this.usual.set(name, entry);
    this.#size += 1;
    return entry;
  }

  /** The entry, if it exists. */
  find(name: string, selection: SecretSelection): Entry | undefined {
    return this.#all.get(name)?.get(selectionText(selection));
  }

  *[Symbol.iterator](): Iterator<Entry> {
    for (const ofName of this.#all.values()) yield* ofName.values();
  }

  clear(): void {
    this.#all.clear();
    this.usual.clear();
    this.#size = 0;
  }

  /** Scanning all entries costs little compared with the request that follows. */
  #evictOne(): void {
    let longest: Entry | undefined;
    for (const entry of this) {
      if (!this.#isBusy(entry) && (!longest || entry.usedAt < longest.usedAt)) longest = entry;
    }
    if (!longest) return;
    const { name } = longest.key;
    const text = selectionText(longest.key);
    const ofName = this.#all.get(name);
    ofName?.delete(text);
    if (ofName?.size === 0) this.#all.delete(name);
    if (text === this.#usualText) this.usual.delete(name);
    this.#size -= 1;
  }
}

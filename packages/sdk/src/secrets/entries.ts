import type { FailureKind } from './failure-kind.js';
import type { Secret } from './secret.js';
import { checkName, type SecretKey, type SecretSelection, selectionText } from './which.js';

/** Part of the TTL after which a value is refreshed: a random one, so that secrets read together are not refreshed together. */
export const refreshWindow = { from: 0.8, to: 0.95 } as const;

/** Pauses between refreshes that fail because KMS is away: doubled each time. */
const retryPauseMs = { base: 1000, max: 60_000 } as const;

interface Failure {
  error: unknown;
  kind: FailureKind;
  /** Before that time KMS is not asked again without need. */
  retryAt: number;
}

/** What is known of one secret and stage or version, and when to ask again. */
export class Entry {
  readonly key: SecretKey;
  /** As the hooks want it kept. */
  value?: Secret;
  /** Resolves to `value`: a hit makes nothing. */
  hit?: Promise<Secret>;
  ttlMs = 0;
  fetchedAt = 0;
  expiresAt = 0;
  /** When to refresh in the background; Infinity: not at all. */
  dueAt = Infinity;
  failure?: Failure;
  /** How many hits the cache had had when it was last used. */
  usedAt = 0;
  /** Whether the `stale` event for the failure was sent. */
  staleTold = false;
  #failures = 0;

  constructor(key: SecretKey) {
    this.key = key;
  }

  /** A clock that was put back says nothing about the age of a value. */
  isFresh(now: number): boolean {
    return now < this.expiresAt && now >= this.fetchedAt;
  }

  /** Whether the value may be given out although its TTL is over. */
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
    this.staleTold = false;
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
    this.staleTold = false;
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

  /** What is in a version never changes: it is read again when somebody asks for it after its TTL. */
  #unlessVersion(time: number): number {
    return this.key.versionId === undefined ? time : Infinity;
  }
}

/** What a cache knows, by name and stage or version. */
export class Entries implements Iterable<Entry> {
  /** Those of the usual stage by their name, for reads that name none: one look-up less. */
  readonly usual = new Map<string, Entry>();
  readonly #all = new Map<string, Map<string, Entry>>();
  readonly #usualText: string;
  readonly #maxEntries: number;
  readonly #isBusy: (entry: Entry) => boolean;
  #size = 0;

  /** @param isBusy says which entries must not be given up */
  constructor(usual: SecretSelection, maxEntries: number, isBusy: (entry: Entry) => boolean) {
    this.#usualText = selectionText(usual);
    this.#maxEntries = maxEntries;
    this.#isBusy = isBusy;
  }

  get size(): number {
    return this.#size;
  }

  /** The entry, which is made when there is none. */
  obtain(name: string, selection: SecretSelection): Entry {
    const text = selectionText(selection);
    const found = this.#all.get(name)?.get(text);
    if (found) return found;
    const entry = new Entry({ name: checkName(name), ...selection });
    if (this.#size >= this.#maxEntries) this.#giveUpOne();
    const ofName = this.#all.get(name) ?? new Map<string, Entry>();
    this.#all.set(name, ofName.set(text, entry));
    if (text === this.#usualText) this.usual.set(name, entry);
    this.#size += 1;
    return entry;
  }

  /** The entry, if there is one. */
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

  /** A look at all of them is little beside the request that is going to be made. */
  #giveUpOne(): void {
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

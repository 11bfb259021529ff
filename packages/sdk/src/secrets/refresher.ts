import { limits } from '../model/limits.js';
import { type Entry, refreshWindow } from './entries.js';

const timerMaxMs = 2 ** 31 - 1;
/** Requests, or groups of them, at a time: the refresh of thousands of secrets leaves room for other calls. */
const lanes = 2;

/** Refreshes values before their TTL is over, with one timer for all, which keeps no process alive. */
export class Refresher {
  readonly #now: () => number;
  readonly #entries: () => Iterable<Entry>;
  readonly #refresh: (entry: Entry) => Promise<unknown>;
  readonly #batches: () => boolean;
  #timer?: NodeJS.Timeout;
  #wakesAt = Infinity;
  #count = 0;
  #running?: Promise<void>;
  #closed = false;

  /** @param batches whether several secrets are read with one request */
  constructor(work: {
    now: () => number;
    entries: () => Iterable<Entry>;
    refresh: (entry: Entry) => Promise<unknown>;
    batches: () => boolean;
  }) {
    this.#now = work.now;
    this.#entries = work.entries;
    this.#refresh = work.refresh;
    this.#batches = work.batches;
  }

  /** To be told of every entry whose time has changed. */
  schedule({ dueAt }: Entry): void {
    if (dueAt < this.#wakesAt) this.#wakeAt(dueAt);
  }

  /** Refreshes what is due by now; resolves when that is done, whether it went well or not. */
  refreshDue(): Promise<void> {
    this.#running ??= this.#refreshAll().finally(() => {
      this.#running = undefined;
      this.#wakeAt(this.#earliest());
    });
    return this.#running;
  }

  close(): void {
    this.#closed = true;
    this.#giveUpWait();
  }

  /** Of timers that are given up Node.js keeps the list for their duration until it is over, unless they are referenced. */
  #giveUpWait(): void {
    clearTimeout(this.#timer?.ref());
  }

  #wakeAt(time: number): void {
    this.#giveUpWait();
    this.#wakesAt = time;
    if (time === Infinity || this.#closed) return;
    // Looking at 10,000 entries takes a tenth of a millisecond: not more often than once a second.
    const waitMs = Math.max(time - this.#now(), this.#count / 10, 1);
    this.#timer = setTimeout(() => void this.refreshDue(), Math.min(waitMs, timerMaxMs));
    this.#timer.unref();
  }

  #earliest(): number {
    let earliest = Infinity;
    this.#count = 0;
    for (const { dueAt } of this.#entries()) {
      this.#count += 1;
      if (dueAt < earliest) earliest = dueAt;
    }
    return earliest;
  }

  async #refreshAll(): Promise<void> {
    const due = this.#due();
    const next = async (): Promise<void> => {
      const group = due.splice(0, limits.secretsBatchMax);
      if (group.length === 0 || this.#closed) return;
      await Promise.allSettled(group.map((entry) => this.#refresh(entry)));
      await next();
    };
    await Promise.all(Array.from({ length: lanes }, next));
  }

  /** What is due, and in a last request that is not full what would be due next. */
  #due(): Entry[] {
    const now = this.#now();
    const due: Entry[] = [];
    const soon: Entry[] = [];
    for (const entry of this.#entries()) {
      if (entry.dueAt <= now) due.push(entry);
      else if (entry.dueAt !== Infinity && !entry.failure) soon.push(entry);
    }
    const places = (limits.secretsBatchMax - (due.length % limits.secretsBatchMax)) % limits.secretsBatchMax;
    if (places === 0 || !this.#batches()) return due;
    const open = soon.filter(({ fetchedAt, ttlMs }) => now >= fetchedAt + ttlMs * refreshWindow.from);
    return [...due, ...open.sort((a, b) => a.dueAt - b.dueAt).slice(0, places)];
  }
}

import { limits } from '../model/limits.js';
import { type Entry, refreshWindow } from './entries.js';

const timerMaxMs = 2 ** 31 - 1;
/** Concurrent requests or batches: refreshing thousands of secrets must leave room for other calls. */
const requestsMax = 2;

/** Refreshes values before their TTL expires, with one timer, which does not keep the process alive. */
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

  /** @param batches whether one request reads several secrets */
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

  /** Called when the refresh time of an entry has changed. */
  schedule({ dueAt }: Entry): void {
    if (dueAt < this.#wakesAt) this.#wakeAt(dueAt);
  }

  /** Refreshes everything that is due; resolves when done, whether it succeeded or not. */
  refreshDue(): Promise<void> {
    this.#running ??= this.#refreshAll().finally(() => {
      this.#running = undefined;
      this.#wakeAt(this.#earliest());
    });
    return this.#running;
  }

  close(): void {
    this.#closed = true;
    this.#cancelWait();
  }

  /** Node.js keeps the list for the duration of a cancelled timer until that time is over, unless the timer is referenced. */
  #cancelWait(): void {
    clearTimeout(this.#timer?.ref());
  }

  #wakeAt(time: number): void {
    this.#cancelWait();
    this.#wakesAt = time;
    if (time === Infinity || this.#closed) return;
    // Scanning 10,000 entries takes 0.1 ms: at most once a second.
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
    await Promise.all(Array.from({ length: requestsMax }, next));
  }

  /** Everything that is due; fills the last batch with what would be due next. */
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

/** Result of one entry. */
export type Outcome<T> = { index: number; value: T } | { index: number; error: unknown };

type Source<Entry> = AsyncIterable<Entry> | Iterable<Entry>;

/**
 * Processes the entries of a source, up to `concurrency` of them at a time, and yields the results in the order of the
 * source. Requests an entry when there is room for it; while the source is slow, yields finished results. If the source
 * fails, yields the results of earlier entries first.
 *
 * @throws what the source throws, and the reason of `signal`
 */
export async function* inOrder<Entry, T>(
  source: Source<Entry>,
  work: (entry: Entry, index: number) => Promise<T>,
  { concurrency, first, signal }: { concurrency: number; first: number; signal: AbortSignal },
): AsyncGenerator<Outcome<T>, void, undefined> {
  let wake = () => {};
  const onEvent = () => wake();
  const reader = new Reader(source, onEvent);
  const running: Work<T>[] = [];
  let index = 0;
  signal.addEventListener('abort', onEvent);
  try {
    for (;;) {
      signal.throwIfAborted();
      for (const entry of reader.take()) {
        if (index >= first) running.push(begin(index, work(entry, index), onEvent));
        index += 1;
      }
      if (running.length < concurrency) reader.ask();
      const [oldest] = running;
      if (oldest?.outcome) {
        running.shift();
        yield oldest.outcome;
      } else if (oldest || !reader.ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else {
        break;
      }
    }
    reader.rethrow();
  } finally {
    signal.removeEventListener('abort', onEvent);
    await reader.leave();
  }
}

/** Work in progress; has an outcome once finished. */
interface Work<T> {
  outcome?: Outcome<T>;
}

function begin<T>(index: number, promise: Promise<T>, onEvent: () => void): Work<T> {
  const begun: Work<T> = {};
  const finish = (outcome: Outcome<T>) => {
    begun.outcome = outcome;
    onEvent();
  };
  promise.then(
    (value) => finish({ index, value }),
    (error: unknown) => finish({ index, error }),
  );
  return begun;
}

/** Reads a source entry by entry in the background. */
class Reader<Entry> {
  readonly #entries: AsyncIterator<Entry> | Iterator<Entry>;
  readonly #onEvent: () => void;
  #read: Entry[] = [];
  #busy = false;
  #failure?: { reason: unknown };
  /** Whether the source has no more entries. */
  ended = false;

  constructor(source: Source<Entry>, onEvent: () => void) {
    this.#entries = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
    this.#onEvent = onEvent;
  }

  /** Requests an entry, unless one has been requested already. */
  ask(): void {
    if (!this.#busy && !this.ended && this.#read.length === 0) void this.#next();
  }

  /** Takes the entries read so far. */
  take(): Entry[] {
    return this.#read.splice(0);
  }

  rethrow(): void {
    if (this.#failure) throw this.#failure.reason;
  }

  /** Lets the source clean up. Does not wait for a source that is still looking for its next entry. */
  async leave(): Promise<void> {
    if (this.ended || !this.#entries.return) return;
    const left = Promise.resolve(this.#entries.return());
    if (this.#busy) left.catch(() => undefined);
    else await left;
  }

  async #next(): Promise<void> {
    this.#busy = true;
    try {
      const { done, value } = await this.#entries.next();
      if (done) this.ended = true;
      else this.#read.push(value);
    } catch (reason) {
      this.ended = true;
      this.#failure = { reason };
    }
    this.#busy = false;
    this.#onEvent();
  }
}

import { Entry } from './entry.js';
import { checkName, type SecretSelection, selectionText } from './which.js';

/** What a cache knows, by name and stage or version. */
export class Entries implements Iterable<Entry> {
  readonly #byName = new Map<string, Map<string, Entry>>();
  readonly #maxEntries: number;
  readonly #isBusy: (entry: Entry) => boolean;
  #size = 0;
  #uses = 0;

  /** @param isBusy says which entries must not be given up */
  constructor(maxEntries: number, isBusy: (entry: Entry) => boolean) {
    this.#maxEntries = maxEntries;
    this.#isBusy = isBusy;
  }

  get size(): number {
    return this.#size;
  }

  find(name: string, selection: string): Entry | undefined {
    const entry = this.#byName.get(name)?.get(selection);
    if (entry) {
      this.#uses += 1;
      entry.usedAt = this.#uses;
    }
    return entry;
  }

  /** The entry, which is made when there is none. */
  obtain(name: string, selection: SecretSelection): Entry {
    const text = selectionText(selection);
    const found = this.find(name, text);
    if (found) return found;
    const entry = new Entry({ name: checkName(name), ...selection });
    if (this.#size >= this.#maxEntries) this.#giveUpOne();
    const ofName = this.#byName.get(name) ?? new Map<string, Entry>();
    this.#byName.set(name, ofName.set(text, entry));
    this.#size += 1;
    return this.find(name, text) as Entry;
  }

  *[Symbol.iterator](): Iterator<Entry> {
    for (const ofName of this.#byName.values()) yield* ofName.values();
  }

  clear(): void {
    this.#byName.clear();
    this.#size = 0;
  }

  /** A look at all of them is little beside the request that is going to be made. */
  #giveUpOne(): void {
    let longest: Entry | undefined;
    for (const entry of this) {
      if (!this.#isBusy(entry) && (!longest || entry.usedAt < longest.usedAt)) longest = entry;
    }
    if (!longest) return;
    const ofName = this.#byName.get(longest.key.name);
    ofName?.delete(selectionText(longest.key));
    if (ofName?.size === 0) this.#byName.delete(longest.key.name);
    this.#size -= 1;
  }
}

import { Entry } from './entry.js';
import { checkName, type SecretSelection, selectionText } from './which.js';

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

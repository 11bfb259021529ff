import type { Kms } from '../kms.js';
import type { Database, Schema } from '../store/schema.js';
import { existing } from './rows.js';
import { wrong } from './seed-error.js';
import { timeOf } from './shapes.js';
import type { SeedNames, SeedReport, SeedTime } from './types.js';

/** An entry of a list in a seed that is to be added. */
export interface Entry<T> {
  entry: T;
  /** `keys[3]` */
  path: string;
}

/** One load of a seed into a KMS: where to, at what time, and the report. */
export class Loading {
  readonly now: number;
  readonly report: SeedReport = { added: noNames(), left: noNames() };

  constructor(
    readonly kms: Kms,
    /** A transaction. */
    readonly db: Database,
  ) {
    this.now = kms.clock.now();
  }

  /** Entries of a list that do not exist yet; records both kinds in the report. */
  async missing<T>(
    what: keyof SeedNames,
    list: { entries: readonly T[] | undefined; path: string; nameOf: (entry: T) => string },
    table: keyof Schema,
    column: string,
  ): Promise<Entry<T>[]> {
    const entries = list.entries ?? [];
    const there = await existing(this.db, table, column, entries.map(list.nameOf));
    return entries.flatMap((entry, index) => {
      const name = list.nameOf(entry);
      this.report[there.has(name) ? 'left' : 'added'][what].push(name);
      return there.has(name) ? [] : [{ entry, path: `${list.path}[${index}]` }];
    });
  }

  /** @throws SeedError for a relative time that no Date can hold */
  time(time: SeedTime, path: string): number {
    const ms = timeOf(time, this.now);
    if (Number.isNaN(ms)) throw wrong(path, 'the time is too far away');
    return ms;
  }

  timeOr<T>(time: SeedTime | undefined, path: string, usual: T): number | T {
    return time === undefined ? usual : this.time(time, path);
  }
}

const noNames = (): SeedNames => ({
  instances: [],
  accessKeys: [],
  networkRules: [],
  policies: [],
  accessPoints: [],
  clientKeys: [],
  keys: [],
  aliases: [],
  secrets: [],
  dataKeys: [],
});

import type { ClockFacts } from '../clock.js';
import type { Database } from './schema.js';

/** What all processes that work on one store must agree on at every moment. */
interface Facts {
  /** Grows with every change, also of what processes hold copies of in memory. */
  generation: number;
  clock: ClockFacts;
}

const setting = 'shared-state';
const initial: Facts = { generation: 0, clock: { offsetMs: 0 } };

/**
 * Kept in the store. On a store that belongs to one process, what is in memory is right; on a shared one it is read
 * again at the beginning of each request.
 */
export class SharedState {
  readonly #db: Database;
  readonly #isShared: boolean;
  /** Transactions that changed it. */
  readonly #changedIn = new WeakSet<Database>();
  #facts = initial;

  constructor(db: Database, isShared: boolean) {
    this.#db = db;
    this.#isShared = isShared;
  }

  /** Copies that were made in an earlier generation may be wrong. */
  get generation(): number {
    return this.#facts.generation;
  }

  get clock(): ClockFacts {
    return this.#facts.clock;
  }

  /** Must be called before anything is decided by this state: at the beginning of a request. */
  async refresh(): Promise<void> {
    if (this.#isShared) await this.load();
  }

  /** Reads what the store says. */
  async load(): Promise<void> {
    const facts = await read(this.#db);
    // Of two reads that overlap, the older one may end last.
    if (facts.generation >= this.#facts.generation) this.#facts = facts;
  }

  /** Must be called when a transaction was committed: what it changed holds from now on. */
  async committed(transaction: Database): Promise<void> {
    if (this.#changedIn.has(transaction)) await this.load();
  }

  /** Tells all processes that copies of what `db`, a transaction, changes are out of date once it has ended. */
  async touch(db: Database): Promise<void> {
    await this.#change(db, (facts) => facts);
  }

  async changeClock(db: Database, change: (clock: ClockFacts) => ClockFacts): Promise<void> {
    await this.#change(db, (facts) => ({ ...facts, clock: change(facts.clock) }));
  }

  async #change(db: Database, change: (facts: Facts) => Facts): Promise<void> {
    this.#changedIn.add(db);
    const facts = await read(db);
    const value = JSON.stringify({ ...change(facts), generation: facts.generation + 1 });
    await db
      .insertInto('settings')
      .values({ name: setting, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
}

async function read(db: Database): Promise<Facts> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', setting).executeTakeFirst();
  return row ? JSON.parse(row.value) : initial;
}

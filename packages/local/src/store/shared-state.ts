import type { ClockFacts } from '../clock.js';
import type { Database } from './schema.js';

/** Facts that all processes on one store must agree on at every moment. */
interface Facts {
  /** Grows with every change, including changes of what processes cache in memory. */
  generation: number;
  clock: ClockFacts;
}

const setting = 'shared-state';
const initial: Facts = { generation: 0, clock: { offsetMs: 0 } };

/**
 * Shared state of a store. On a store of a single process, memory is always current; on a shared store, it is read again at
 * the start of each request.
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

  /** Copies from an earlier generation may be stale. */
  get generation(): number {
    return this.#facts.generation;
  }

  get clock(): ClockFacts {
    return this.#facts.clock;
  }

  /** Call this before any decision that depends on this state: at the start of a request. */
  async refresh(): Promise<void> {
    if (this.#isShared) await this.load();
  }

  /** Reads the state from the store. */
  async load(): Promise<void> {
    const facts = await read(this.#db);
    // Of two overlapping reads, the older one may end last.
    if (facts.generation >= this.#facts.generation) this.#facts = facts;
  }

  /** Call this after a transaction was committed: its changes apply from now on. */
  async committed(transaction: Database): Promise<void> {
    if (this.#changedIn.has(transaction)) await this.load();
  }

  /** Invalidates the copies in all processes once `db`, a transaction, has ended. */
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

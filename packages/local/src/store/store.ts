import { randomBytes } from 'node:crypto';
import { Kysely, type Transaction } from 'kysely';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import { postgresEngine } from './postgres.js';
import type { RootKeySource } from './root-key.js';
import { openSealer } from './root-key-setting.js';
import type { Database, Schema } from './schema.js';
import { rootKeyBytes, type Sealer } from './sealed.js';
import { SharedState } from './shared-state.js';
import { sqliteEngine } from './sqlite.js';
import { asStoreError } from './storage-failure.js';
import { StorageWatch } from './storage-watch.js';

/** Everything that this KMS stores. */
export class Store {
  readonly db: Database;
  readonly state: SharedState;
  /** Knows whether reading and writing work. */
  readonly watch: StorageWatch;
  /** Whether other processes may use the same data. */
  readonly isShared: boolean;
  /** Where a shared database is, without a password; undefined for the store of a single process. */
  readonly name: string | undefined;
  readonly #sealer: Sealer;
  #transactions = 0;
  /** Resolves when the last transaction has ended, successfully or not. */
  #lastTransaction: Promise<unknown> = Promise.resolve();

  constructor(db: Database, engine: Engine, state: SharedState, watch: StorageWatch, sealer: Sealer) {
    this.db = db;
    this.isShared = engine.isShared;
    this.name = engine.isShared ? engine.name : undefined;
    this.state = state;
    this.watch = watch;
    this.#sealer = sealer;
  }

  /**
   * Runs `work` atomically; one transaction at a time, even across processes.
   * Inside, use only the transaction: a query on `db` would wait for it to end, or not see what it has written.
   */
  transaction<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
    // Transactions wait here for their turn, without a connection, so that reads find one.
    const result = this.#lastTransaction.then(() => this.#transaction(work));
    this.#lastTransaction = result.catch(() => {});
    return result;
  }

  /** Number of ended transactions: while it stays the same, a store that is not shared has not changed. */
  get transactions(): number {
    return this.#transactions;
  }

  async #transaction<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
    let committed: Transaction<Schema> | undefined;
    const running = this.db.transaction().execute((transaction) => {
      committed = transaction;
      return work(transaction);
    });
    const result = await running.finally(() => {
      this.#transactions += 1;
    });
    if (committed) await this.state.committed(committed);
    return result;
  }

  /** Encrypts confidential data; it opens only with the same context. */
  seal(context: string, bytes: Uint8Array): Uint8Array {
    return this.#sealer.seal(context, bytes);
  }

  open(context: string, sealed: Uint8Array): Uint8Array {
    return this.#sealer.open(context, sealed);
  }

  close(): Promise<void> {
    return this.db.destroy();
  }
}

/**
 * Where the data is stored:
 * - `file`: an SQLite database of this process;
 * - `url`: a PostgreSQL database, `postgres://user:password@host:5432/database`, which several processes may share;
 * - `memory`: gone at the end; its root key is random by default.
 */
export type StoreOptions =
  | { file: string; rootKey: RootKeySource }
  | { url: string; rootKey: RootKeySource }
  | { memory: true; rootKey?: RootKeySource };

/**
 * @param log called with a line when the disk or the database is in trouble, and when that is over
 * @throws StoreError with `Store.Unavailable`, `Store.Damaged`, `Store.RootKeyMissing`, `Store.RootKeyWrong` or
 * `Store.PassphraseTooShort`
 */
export async function openStore(options: StoreOptions, log: (line: string) => void = () => {}): Promise<Store> {
  const rootKey = options.rootKey ?? { key: randomBytes(rootKeyBytes) };
  const engine = await openEngine(options);
  const watch = new StorageWatch(log);
  const db = new Kysely<Schema>({ dialect: watch.watched(engine.dialect) });
  try {
    await engine.check(db);
    await migrate(db, engine);
    const sealer = await openSealer(db, engine, rootKey);
    const state = new SharedState(db, engine.isShared);
    await state.load();
    watch.begin();
    return new Store(db, engine, state, watch, sealer);
  } catch (error) {
    await db.destroy();
    throw engine.explain(error) ?? asStoreError(error);
  }
}

async function openEngine(options: StoreOptions): Promise<Engine> {
  if ('url' in options) return postgresEngine(options.url);
  return sqliteEngine('file' in options ? options.file : ':memory:');
}

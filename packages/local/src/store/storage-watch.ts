import { isError } from 'alibabacloud-kms-sdk/internal';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import { asStorageError, StorageError } from './storage-failure.js';

/** Health of a store. */
export interface StoreHealth {
  canRead: boolean;
  canWrite: boolean;
  /** What is wrong, without path, address or secret. */
  message?: string;
}

/** Watches all database operations, and tells the operator when trouble starts and when it is over. */
export class StorageWatch {
  readonly #log: (line: string) => void;
  #hasBegun = false;
  #error?: StorageError;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** Starts reporting trouble; before that, the caller who opens the store gets the error. */
  begin(): void {
    this.#hasBegun = true;
  }

  /** The current trouble; undefined while everything works. */
  get error(): StorageError | undefined {
    return this.#error;
  }

  /** Reports the trouble once, however many requests meet it. */
  failed(error: StorageError): void {
    if (!this.#hasBegun) return;
    const isKnown = this.#error?.trouble === error.trouble;
    this.#error = error;
    if (!isKnown) this.#log(`${error.message} ${error.remedy}`);
  }

  /** Call this after a successful write. */
  wrote(): void {
    if (!this.#error) return;
    this.#error = undefined;
    this.#log('The local KMS can write again.');
  }

  /** Call this after a successful read, which does not prove that writing works. */
  read(): void {
    if (!this.#error?.stopsReads) return;
    this.#error = undefined;
    this.#log('The local KMS can use its database again.');
  }

  /** The same dialect, with database errors converted to StorageErrors. */
  watched(dialect: Dialect): Dialect {
    return {
      createDriver: () => new WatchedDriver(dialect.createDriver(), this),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (db) => dialect.createIntrospector(db),
    };
  }

  async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      const error = asStorageError(thrown);
      if (error instanceof StorageError) this.failed(error);
      throw error;
    }
  }
}

class WatchedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #watch: StorageWatch;
  /** Whether a transaction has written; the commit decides whether that succeeds. */
  hasWritten = false;
  isInTransaction = false;

  constructor(inner: DatabaseConnection, watch: StorageWatch) {
    this.inner = inner;
    this.#watch = watch;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#watch.guard(() => this.inner.executeQuery<R>(query));
    if (!hasChanged(query, result)) this.#watch.read();
    else if (this.isInTransaction) this.hasWritten = true;
    else this.#watch.wrote();
    return result;
  }

  streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery(query, chunkSize);
  }
}

const changingQueries = ['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'];

const hasChanged = ({ query }: CompiledQuery, { numAffectedRows = 0n, rows }: QueryResult<unknown>): boolean =>
  changingQueries.includes(query.kind) && (numAffectedRows > 0n || rows.length > 0);

/** Wraps connections; Kysely returns the same objects. */
const watchedConnection = (connection: DatabaseConnection) => connection as WatchedConnection;

class WatchedDriver implements Driver {
  readonly #inner: Driver;
  readonly #watch: StorageWatch;

  constructor(inner: Driver, watch: StorageWatch) {
    this.#inner = inner;
    this.#watch = watch;
  }

  init(): Promise<void> {
    return this.#inner.init();
  }

  async acquireConnection(): Promise<WatchedConnection> {
    return new WatchedConnection(await this.#watch.guard(() => this.#inner.acquireConnection()), this.#watch);
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const watched = watchedConnection(connection);
    await this.#watch.guard(() => this.#inner.beginTransaction(watched.inner, settings));
    watched.isInTransaction = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const watched = watchedConnection(connection);
    await this.#watch.guard(() => this.#inner.commitTransaction(watched.inner));
    if (watched.hasWritten) this.#watch.wrote();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await this.#inner.rollbackTransaction(watchedConnection(connection).inner);
    } catch (error) {
      // SQLite has ended a transaction that met a full disk, and a lost connection has none: only the original error matters.
      const isEnded = isError(error) && error.message.includes('no transaction is active');
      if (!isEnded && !(asStorageError(error) instanceof StorageError)) throw error;
    }
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#inner.releaseConnection(watchedConnection(connection).inner);
  }

  async destroy(): Promise<void> {
    try {
      await this.#watch.guard(() => this.#inner.destroy());
    } catch (error) {
      // All committed data is safe, even if the disk has no room for cleaning up, which was reported already.
      if (!(error instanceof StorageError)) throw error;
    }
  }
}

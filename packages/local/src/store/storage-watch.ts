import { isError } from 'alibabacloud-kms-sdk/internal';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import { asStorageError, StorageError } from './storage-failure.js';

/** What health checks want to know of a store. */
export interface StoreHealth {
  canRead: boolean;
  canWrite: boolean;
  /** What is the matter, without path, address or secret. */
  message?: string;
}

/** Sees everything that is asked of a database, and tells the person who runs it when there is trouble, and when it is over. */
export class StorageWatch {
  readonly #log: (line: string) => void;
  #hasBegun = false;
  #error?: StorageError;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** From now on trouble is told; before, whoever opens the store gets the error. */
  begin(): void {
    this.#hasBegun = true;
  }

  /** What is the matter; undefined as long as everything works. */
  get error(): StorageError | undefined {
    return this.#error;
  }

  /** Says once what each of many requests meets. */
  failed(error: StorageError): void {
    if (!this.#hasBegun) return;
    const isKnown = this.#error?.trouble === error.trouble;
    this.#error = error;
    if (!isKnown) this.#log(`${error.message} ${error.remedy}`);
  }

  /** Something was written. */
  wrote(): void {
    if (!this.#error) return;
    this.#error = undefined;
    this.#log('The local KMS can write again.');
  }

  /** Something was read: that says nothing of writing. */
  read(): void {
    if (!this.#error?.stopsReads) return;
    this.#error = undefined;
    this.#log('The local KMS can use its database again.');
  }

  /** The same dialect; what its database fails at becomes a StorageError. */
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
  /** Of a transaction: whether it has written, which succeeds or not when it is committed. */
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

/** Kysely hands it back the connections that it gave. */
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
      // SQLite has ended a transaction that met a full disk, and a lost connection has none: what counts is the error before.
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
      // Everything that was committed is kept, also when the disk has no room to tidy up: that was told.
      if (!(error instanceof StorageError)) throw error;
    }
  }
}

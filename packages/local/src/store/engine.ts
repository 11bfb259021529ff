import type { ColumnBuilderCallback, Dialect, Kysely } from 'kysely';
import type { StoreError } from './store-error.js';

/** What differs between database engines; everything else about the store is shared. */
export interface Engine {
  dialect: Dialect;
  /** What messages call the database: where it is, without a password. */
  name: string;
  /** Whether other processes may work on the same data. */
  isShared: boolean;
  /** Column type of bytes. */
  blobType: 'blob' | 'bytea';
  /** Type of a primary key that the engine counts up. */
  sequenceType: 'integer' | 'bigserial';
  sequenceColumn: ColumnBuilderCallback;
  /** What makes all tables of an empty database, as all migrations would; undefined where only they can. */
  newTables?: readonly string[];
  /** @throws StoreError when this program cannot work on such a database */
  check<Tables>(db: Kysely<Tables>): Promise<void>;
  /** What kept the database from being opened, for the person who starts it; undefined when that is not known. */
  explain(error: unknown): StoreError | undefined;
}

import type { ColumnBuilderCallback, Dialect, Kysely } from 'kysely';
import type { StoreError } from './store-error.js';

/** The differences between database engines; everything else about the store is the same. */
export interface Engine {
  dialect: Dialect;
  /** Name of the database in messages: where it is, without a password. */
  name: string;
  /** Whether other processes may use the same data. */
  isShared: boolean;
  /** Column type for bytes. */
  blobType: 'blob' | 'bytea';
  /** Type of an auto-incremented primary key. */
  sequenceType: 'integer' | 'bigserial';
  sequenceColumn: ColumnBuilderCallback;
  /** Statements that create all tables of an empty database, like all migrations together; undefined if only those can. */
  newTables?: readonly string[];
  /** @throws StoreError if this program cannot use such a database */
  check<Tables>(db: Kysely<Tables>): Promise<void>;
  /** Why the database could not be opened, for the operator; undefined if unknown. */
  explain(error: unknown): StoreError | undefined;
}

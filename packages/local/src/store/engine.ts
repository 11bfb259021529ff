import type { ColumnBuilderCallback, Dialect } from 'kysely';

/** What differs between database engines; everything else about the store is shared. */
export interface Engine {
  dialect: Dialect;
  /** Column type of bytes. */
  blobType: 'blob' | 'bytea';
  /** Type of a primary key that the engine counts up. */
  sequenceType: 'integer' | 'bigserial';
  sequenceColumn: ColumnBuilderCallback;
}

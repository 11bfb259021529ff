import { type ColumnType, Kysely, SqliteDialect } from 'kysely';
import Libsql from 'libsql';

/** libsql takes bytes as a Uint8Array and gives them as an ArrayBuffer. */
type Bytes = ColumnType<Uint8Array | ArrayBuffer, Uint8Array, Uint8Array>;

export interface Tables {
  customers: { id: string; name: string; phone: Bytes; phone_fingerprint: Bytes };
  search_keys: { name: string; sealed: Bytes };
}

/** @param file path of an SQLite file */
export async function openDatabase(file: string): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Libsql(file) }) });
  await db.schema
    .createTable('customers')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('phone', 'blob', (column) => column.notNull())
    .addColumn('phone_fingerprint', 'blob', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('customers_by_phone').ifNotExists().on('customers').column('phone_fingerprint').execute();
  await db.schema
    .createTable('search_keys')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'blob', (column) => column.notNull())
    .execute();
  return db;
}

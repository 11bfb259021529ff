import { statSync } from 'node:fs';
import { isArrayBuffer } from 'alibabacloud-kms-sdk/internal';
import { CompiledQuery, type DatabaseConnection, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely';
import Libsql from 'libsql';
import { collectGarbage } from './collect-garbage.js';
import type { Engine } from './engine.js';
import { newSqliteDatabase } from './generated/new-sqlite-database.js';
import { makeEmptyFile } from './own-file.js';
import { StoreError } from './store-error.js';
import { checkStoredText } from './stored-text.js';

const busyTimeoutMs = 5000;
/** Preparing takes longer than running most statements. Lists of values create many variants of a query, hence the limit. */
const statementsMax = 200;

/**
 * SQLite through libsql: prebuilt binaries, nothing to compile.
 *
 * @param file path, or `:memory:`
 */
export function sqliteEngine(file: string): Engine {
  const database = openDatabase(file);
  return {
    dialect: new SerialSqliteDialect({ database: adapt(database) }, file),
    name: file === ':memory:' ? 'database in memory' : file,
    // A lock ensures that only one process uses the data directory.
    isShared: false,
    blobType: 'blob',
    sequenceType: 'integer',
    // AUTOINCREMENT never reuses a number, so lists keep their order when rows are deleted.
    sequenceColumn: (column) => column.primaryKey().autoIncrement(),
    newTables: newSqliteDatabase,
    async check() {},
    explain: () => undefined,
  };
}

function openDatabase(file: string): Libsql.Database {
  try {
    // The database and its journals are for its owner only.
    if (file !== ':memory:') makeEmptyFile(file);
    const database = new Libsql(file);
    database.pragma(`busy_timeout = ${busyTimeoutMs}`);
    if (file !== ':memory:') database.pragma('journal_mode = WAL');
    // FULL: committed data is on disk before the response is sent.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    return database;
  } catch (cause) {
    const damaged = ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes((cause as { code?: string }).code ?? '');
    throw damaged
      ? new StoreError('Store.Damaged', `${file} is damaged or not a database; restore it from a backup`, { cause })
      : new StoreError('Store.Unavailable', `the database ${file} cannot be opened: ${(cause as Error).message}`, {
          cause,
        });
  }
}

/** Adapts libsql to Kysely: libsql returns ArrayBuffers, and ends the process when it gets a boolean. */
function adapt(database: Libsql.Database): SqliteDatabase {
  const statements = new Map<string, Libsql.Statement>();
  const prepared = (sql: string): Libsql.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= statementsMax) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    close() {
      // libsql leaves the log as it is; a copy of only the closed database file should be complete.
      try {
        database.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        statements.clear();
        database.close();
      }
    },
    prepare(sql) {
      const statement = prepared(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(bindable(parameters)).map(withBytes),
        run: (parameters) => statement.run(bindable(parameters)),
        *iterate(parameters) {
          for (const row of statement.iterate(bindable(parameters))) yield withBytes(row);
        },
      };
    },
  };
}

function bindable(parameters: readonly unknown[]): readonly unknown[] {
  checkStoredText(parameters);
  if (parameters.some((parameter) => typeof parameter === 'boolean'))
    throw new TypeError('a boolean is stored as 0 or 1');
  return parameters;
}

function withBytes(row: unknown): unknown {
  const columns = row as Record<string, unknown>;
  for (const [name, value] of Object.entries(columns)) {
    if (isArrayBuffer(value)) columns[name] = new Uint8Array(value);
  }
  return columns;
}

/**
 * SQLite would keep writing to files that were removed or replaced, where nobody finds the data again.
 *
 * @returns a function that throws if the file is no longer the original
 */
function presenceOf(file: string): () => void {
  if (file === ':memory:') return () => {};
  const inodeOf = (): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;
  const inode = inodeOf();
  return () => {
    if (inodeOf() === inode) return;
    throw Object.assign(new Error(`${file} was removed or replaced`), { code: 'SQLITE_READONLY_DBMOVED' });
  };
}

/** Transactions take the write lock at once: two processes then wait for each other instead of failing halfway. */
class SerialSqliteDriver extends SqliteDriver {
  readonly #checkPresence: () => void;
  readonly #isOnDisk: boolean;

  constructor(config: { database: SqliteDatabase }, file: string) {
    super(config);
    this.#checkPresence = presenceOf(file);
    this.#isOnDisk = file !== ':memory:';
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#checkPresence();
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** libsql 0.5 keeps the files of a closed database open until its last prepared statement is garbage-collected. */
  override async destroy(): Promise<void> {
    await super.destroy();
    if (this.#isOnDisk) await collectGarbage();
  }
}

class SerialSqliteDialect extends SqliteDialect {
  readonly #driver: () => SerialSqliteDriver;

  constructor(config: { database: SqliteDatabase }, file: string) {
    super(config);
    this.#driver = () => new SerialSqliteDriver(config, file);
  }

  override createDriver(): SerialSqliteDriver {
    return this.#driver();
  }
}

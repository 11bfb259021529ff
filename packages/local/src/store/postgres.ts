import {
  CompiledQuery,
  type DatabaseConnection,
  type DataTypeNode,
  type Kysely,
  PostgresDialect,
  PostgresDriver,
  PostgresQueryCompiler,
  type QueryId,
  type RootOperationNode,
  sql,
} from 'kysely';
import type { ClientConfig, Client as PgClient, PoolConfig } from 'pg';
import type { Engine } from './engine.js';
import { explainPostgresError, type PostgresAddress, postgresName } from './postgres-errors.js';
import { StoreError } from './store-error.js';
import { checkStoredText } from './stored-text.js';

/** One connection writes, the others read. */
const connectionsMax = 10;
const connectTimeoutMs = 10_000;
/** How long a process that was stopped inside a transaction can block other writers. */
const idleInTransactionTimeoutMs = 15_000;
const lockTimeoutMs = 30_000;
const keepAliveDelayMs = 10_000;
/** In the format of `server_version_num`. */
const versionMin = 130_000;
/** The one lock that every writing transaction takes; the number is arbitrary but must not change. */
const writeLock = '5071403306127104';
/** PostgreSQL types by oid. */
const int8 = 20;
const bytea = 17;

/**
 * PostgreSQL 13 or newer through `pg`, which is loaded on demand. Several processes may use one database.
 *
 * @param url `postgres://user:password@host:5432/database`, with the parameters of `pg`, such as `sslmode`;
 * `?host=/run/postgresql` for a Unix socket
 * @throws StoreError with `Store.Unavailable` for an invalid address
 */
export async function postgresEngine(url: string): Promise<Engine> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw invalidAddress('it does not begin with postgres://');
  const { Client, Pool, types } = (await import('pg')).default;
  const config: PoolConfig = {
    max: connectionsMax,
    // Keeps one open, so that a request after a pause does not have to wait for a new one.
    min: 1,
    connectionTimeoutMillis: connectTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    lock_timeout: lockTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveDelayMs,
    application_name: 'kms-local',
    types: {
      getTypeParser: ((oid: number, format?: 'text') => {
        if (oid === int8) return Number;
        if (oid === bytea) return (text: string) => Uint8Array.from(Buffer.from(text.slice(2), 'hex'));
        return types.getTypeParser(oid, format);
      }) as typeof types.getTypeParser,
    },
  };

  /** Contains the address, so that no printable object does. Parameters in the address override our defaults. */
  class AddressedClient extends Client {
    constructor(options?: ClientConfig) {
      super({ ...options, connectionString: url });
    }

    override connect(): Promise<PgClient>;
    override connect(done: (error: Error) => void): void;
    override connect(done?: (error: Error) => void): Promise<PgClient> | undefined {
      if (!done) return super.connect();
      super.connect((error: Error) => {
        // A connection that was refused for lack of TLS would stay open.
        if (error) this.end().catch(() => {});
        done(error);
      });
      return undefined;
    }
  }
  const address = readAddress(() => new AddressedClient());

  const pool = new Pool({ ...config, Client: AddressedClient });
  // A broken connection fails its query, which reports the error. Idle ones are replaced.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    dialect: new SerialPostgresDialect({ pool }),
    name: postgresName(address),
    isShared: true,
    blobType: 'bytea',
    sequenceType: 'bigserial',
    sequenceColumn: (column) => column.primaryKey(),
    check: (db) => checkServer(db, address),
    explain: (error) => explainPostgresError(error, address),
  };
}

/** Errors about an address quote it, including the password. */
function readAddress(read: () => PostgresAddress): PostgresAddress {
  try {
    const { user, host, port, database } = read();
    return { user, host, port, database };
  } catch {
    throw invalidAddress('its parts cannot be read; special characters in a password are written as %40 and the like');
  }
}

const invalidAddress = (why: string): StoreError =>
  new StoreError(
    'Store.Unavailable',
    `the address of the database must be like postgres://user:password@host:5432/database: ${why}`,
  );

interface Server {
  version: number;
  version_text: string;
  encoding: string;
  is_standby: boolean;
}

async function checkServer<Tables>(db: Kysely<Tables>, address: PostgresAddress): Promise<void> {
  const { rows } = await sql<Server>`
    select
      current_setting('server_version_num')::integer as version,
      current_setting('server_version') as version_text,
      current_setting('server_encoding') as encoding,
      pg_is_in_recovery() as is_standby`.execute(db);
  const server = rows[0] as Server;
  const unusable = (why: string) => new StoreError('Store.Unavailable', `the ${postgresName(address)} ${why}`);
  if (server.version < versionMin) {
    throw unusable(`runs on PostgreSQL ${server.version_text}; version ${versionMin / 10_000} or newer is needed`);
  }
  if (server.encoding !== 'UTF8') {
    throw unusable(`has the encoding ${server.encoding}; make one with "create database … encoding 'UTF8'"`);
  }
  if (server.is_standby) throw unusable('is a standby, which cannot be written; use the address of its primary');
}

/**
 * Serialises transactions across all processes, so that each sees everything committed before: they start by taking one
 * lock, and every later statement sees what was committed by then.
 */
class SerialPostgresDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(
        CompiledQuery.raw(`begin isolation level read committed; select pg_advisory_xact_lock(${writeLock})`),
      );
    } catch (error) {
      // It has started anyway, and the connection returns to the pool.
      await this.rollbackTransaction(connection);
      throw error;
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // If the rollback fails, the connection and its transaction are lost. Only the original error matters.
    await super.rollbackTransaction(connection).catch(() => {});
  }
}

class SerialPostgresDialect extends PostgresDialect {
  readonly #config: ConstructorParameters<typeof PostgresDialect>[0];

  constructor(config: ConstructorParameters<typeof PostgresDialect>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SerialPostgresDriver {
    return new SerialPostgresDriver(this.#config);
  }

  override createQueryCompiler(): BinaryTextCompiler {
    return new BinaryTextCompiler();
  }
}

/** Compares and sorts text columns by their bytes, like SQLite, whatever the collation of the database. */
class BinaryTextCompiler extends PostgresQueryCompiler {
  override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
    const compiled = super.compileQuery(node, queryId);
    checkStoredText(compiled.parameters);
    return compiled;
  }

  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text') this.append(' collate "C"');
  }
}

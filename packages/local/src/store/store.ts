import { randomBytes } from 'node:crypto';
import { Kysely, Migrator, type Transaction } from 'kysely';
import type { Engine } from './engine.js';
import { migrations } from './migrations.js';
import { existingRootKey, newRootKey, type RootKeyRecord, type RootKeySource } from './root-key.js';
import type { Schema } from './schema.js';
import { rootKeyBytes, Sealer } from './sealed.js';
import { sqliteEngine } from './sqlite.js';
import { StoreError } from './store-error.js';

/** Queries run on either: the store itself, or a transaction in it. */
export type Database = Kysely<Schema>;

/** Everything that this KMS keeps. */
export class Store {
  readonly db: Database;
  readonly #sealer: Sealer;

  constructor(db: Database, sealer: Sealer) {
    this.db = db;
    this.#sealer = sealer;
  }

  /**
   * All of `work` happens, or nothing; one transaction at a time.
   * Inside, use the transaction only: a query on `db` would wait for it to end.
   */
  transaction<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(work);
  }

  /** Encrypts what must not be readable in the database; it opens with the same context only. */
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

/** A file that is kept, or memory that is gone at the end (its root key is random unless given). */
export type StoreOptions = { file: string; rootKey: RootKeySource } | { memory: true; rootKey?: RootKeySource };

/** @throws StoreError with `Store.Unavailable`, `Store.Damaged`, `Store.RootKeyMissing` or `Store.RootKeyWrong` */
export async function openStore(options: StoreOptions): Promise<Store> {
  const file = 'file' in options ? options.file : ':memory:';
  const rootKey = options.rootKey ?? { key: randomBytes(rootKeyBytes) };
  const engine = sqliteEngine(file);
  const db = new Kysely<Schema>({ dialect: engine.dialect });
  try {
    await migrate(db, engine, file);
    const sealer = await db.transaction().execute((transaction) => openSealer(transaction, file, rootKey));
    return new Store(db, sealer);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function migrate(db: Database, engine: Engine, file: string): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrations(engine) }).migrateToLatest();
  if (error === undefined) return;
  throw new StoreError('Store.Damaged', `the tables of ${file} are not what this version can use: ${message(error)}`, {
    cause: error,
  });
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const rootKeySetting = 'root-key';
const checkContext = `settings/${rootKeySetting}/check`;

/** What is remembered of the root key, with a sealed empty value that only the right key opens. */
interface RootKeySetting extends RootKeyRecord {
  check: string;
}

async function openSealer(db: Database, file: string, rootKey: RootKeySource): Promise<Sealer> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', rootKeySetting).executeTakeFirst();
  if (!row) {
    const { key, record } = await newRootKey(rootKey);
    const sealer = new Sealer(key);
    const check = Buffer.from(sealer.seal(checkContext, new Uint8Array())).toString('base64');
    const setting: RootKeySetting = { ...record, check };
    await db
      .insertInto('settings')
      .values({ name: rootKeySetting, value: JSON.stringify(setting) })
      .execute();
    return sealer;
  }
  const { check, ...record } = JSON.parse(row.value) as RootKeySetting;
  const sealer = new Sealer(await existingRootKey(rootKey, record));
  try {
    sealer.open(checkContext, Buffer.from(check, 'base64'));
  } catch {
    const what = record.kind === 'passphrase' ? 'this passphrase' : 'this root key';
    throw new StoreError('Store.RootKeyWrong', `${file} was not encrypted with ${what}`);
  }
  return sealer;
}

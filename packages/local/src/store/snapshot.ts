import { isBytes, toBase64 } from 'alibabacloud-kms-sdk/internal';
import type { ClockFacts } from '../clock.js';
import type { Database, Schema } from './schema.js';
import type { Store } from './store.js';
import { StoreError } from './store-error.js';

/** All tables except the settings, which identify this KMS; each table comes after those it refers to. */
const tables = [
  'access_keys',
  'instances',
  'network_rules',
  'policies',
  'policy_network_rules',
  'access_points',
  'access_point_policies',
  'client_keys',
  'keys',
  'key_versions',
  'aliases',
  'tags',
  'secrets',
  'secret_versions',
  'secret_stages',
  'data_key_versions',
] as const satisfies readonly (keyof Schema)[];

type Row = Record<string, unknown>;

interface Snapshot {
  format: typeof format;
  /** A sealed empty value: opens only with the root key of everything else in the snapshot. */
  check: string;
  clock: ClockFacts;
  tables: Record<string, Row[]>;
}

const format = 'kms-local-snapshot-1';
const checkContext = 'snapshot/check';
const rowsAtOnce = 100;

/** The clock and everything that clients created, as text; keys and secrets stay sealed, as in the store. */
export async function takeSnapshot(store: Store, db: Database): Promise<string> {
  const rows: Record<string, Row[]> = {};
  for (const table of tables) rows[table] = await db.selectFrom(table).selectAll().execute();
  const check = toBase64(store.seal(checkContext, new Uint8Array()));
  return JSON.stringify({ format, check, clock: store.state.clock, tables: rows } satisfies Snapshot, withMarkedBytes);
}

/**
 * Restores a snapshot, replacing everything.
 *
 * @param db a transaction
 * @throws StoreError with `Store.SnapshotUnusable` if it is not a snapshot of this KMS
 */
export async function restoreSnapshot(store: Store, db: Database, text: string): Promise<void> {
  const snapshot = parse(text);
  try {
    store.open(checkContext, Buffer.from(snapshot.check, 'base64'));
  } catch (cause) {
    throw unusable('it was taken of a KMS with another root key; use an export to move between them', cause);
  }
  for (const table of tables.toReversed()) await db.deleteFrom(table).execute();
  for (const table of tables) await insert(db, table, snapshot.tables[table] ?? []);
  await store.state.changeClock(db, () => snapshot.clock);
}

async function insert(db: Database, table: (typeof tables)[number], rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    // Rows from the same table.
    const values = rows.slice(at, at + rowsAtOnce) as never[];
    await db.insertInto(table).values(values).execute();
  }
}

function parse(text: string): Snapshot {
  let value: Snapshot;
  try {
    value = JSON.parse(text, withBytes);
  } catch (cause) {
    throw unusable('it is not complete', cause);
  }
  if (value?.format !== format || typeof value.tables !== 'object') throw unusable('it has another format', undefined);
  return value;
}

const unusable = (why: string, cause: unknown): StoreError =>
  new StoreError('Store.SnapshotUnusable', `the snapshot cannot be restored: ${why}`, { cause });

/** Unlike any value in a column of text or numbers: JSON columns are text. */
interface MarkedBytes {
  $bytes: string;
}

function withMarkedBytes(this: unknown, name: string, value: unknown): unknown {
  // By now, a Buffer has converted itself to something else.
  const held = (this as Row)[name];
  return isBytes(held) ? ({ $bytes: toBase64(held) } satisfies MarkedBytes) : value;
}

function withBytes(_name: string, value: unknown): unknown {
  const bytes = (value as Partial<MarkedBytes> | null)?.$bytes;
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : value;
}

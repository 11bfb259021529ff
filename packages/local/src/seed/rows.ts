import type { Insertable } from 'kysely';
import type { Database, Schema } from '../store/schema.js';

/** A statement for each row would take most of the time, and engines limit the values in a statement. */
const rowsAtOnce = 100;
const valuesAtOnce = 500;

export async function insertRows<Table extends keyof Schema>(
  db: Database,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  // Kysely knows the columns of a specific table, not of a variable one.
  for (const some of chunks(rows, rowsAtOnce))
    await db
      .insertInto(table)
      .values(some as never[])
      .execute();
}

/** The values that exist in a column of a table. */
export async function existing(
  db: Database,
  table: keyof Schema,
  column: string,
  values: readonly string[],
): Promise<Set<string>> {
  const { ref } = db.dynamic;
  const rows = await inChunks(values, (some) =>
    db
      .selectFrom(table)
      .select(ref<never>(column))
      .where(ref<never>(column), 'in', some as never)
      .execute(),
  );
  return new Set((rows as Record<string, string>[]).map((row) => row[column] as string));
}

/** Runs a query for a list of values, in chunks that fit into a statement. */
export async function inChunks<Row>(
  values: readonly string[],
  query: (some: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of chunks(values, valuesAtOnce)) for (const row of await query(some)) rows.push(row);
  return rows;
}

function* chunks<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

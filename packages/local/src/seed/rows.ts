import type { Insertable } from 'kysely';
import type { Database, Schema } from '../store/schema.js';

/** A statement for each row would take most of the time; engines bound how many values one statement takes. */
const rowsAtOnce = 100;
const valuesAtOnce = 500;

export async function insertRows<Table extends keyof Schema>(
  db: Database,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  // Kysely knows the columns of one table, not of whichever is meant.
  for (const some of chunks(rows, rowsAtOnce))
    await db
      .insertInto(table)
      .values(some as never[])
      .execute();
}

/** Those of these values that a table has in a column. */
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

/** What a query finds for a list of values, as many at once as it may name. */
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

import type { SelectQueryBuilder } from 'kysely';
import type { Schema } from './schema.js';

/** Which part of a list: pages count from 1. */
export interface Page {
  number: number;
  size: number;
}

/** One page of an ordered query's rows, and how many there are in all. */
export async function readPage<Tables extends keyof Schema, Row>(
  query: SelectQueryBuilder<Schema, Tables, Row>,
  page: Page,
): Promise<{ rows: Row[]; total: number }> {
  const { total } = await query
    .clearSelect()
    .clearOrderBy()
    .select(({ fn }) => fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow();
  const offset = (page.number - 1) * page.size;
  // Reading past the end is free; skipping rows to get there is not.
  const rows = offset < Number(total) ? await query.limit(page.size).offset(offset).execute() : [];
  return { rows: rows as Row[], total: Number(total) };
}

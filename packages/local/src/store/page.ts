import { type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from './schema.js';

/** Part of a list: pages count from 1. */
export interface Page {
  number: number;
  size: number;
}

/** Every listed table has this column. */
const seq = sql.ref('seq');

/**
 * One page of an unordered query's rows, in order of creation, and the total count. The database has to walk over everything
 * before a page, so pages of the second half are read from the end of the list. The list may change between counting and
 * reading, as it may between two pages.
 */
export async function readPage<Tables extends keyof Schema, Row>(
  query: SelectQueryBuilder<Schema, Tables, Row>,
  page: Page,
): Promise<{ rows: Row[]; total: number }> {
  const counted = await query
    .clearSelect()
    .select(({ fn }) => fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow();
  const total = Number(counted.total);
  const before = (page.number - 1) * page.size;
  const length = Math.min(page.size, total - before);
  if (length <= 0) return { rows: [], total };
  const behind = total - before - length;
  const rows =
    before <= behind
      ? await query.orderBy(seq).limit(length).offset(before).execute()
      : (await query.orderBy(seq, 'desc').limit(length).offset(behind).execute()).reverse();
  return { rows: rows as Row[], total };
}

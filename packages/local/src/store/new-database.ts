import { CompiledQuery, type Kysely, sql } from 'kysely';

/**
 * Creates the tables of an empty SQLite database, like all migrations together but with precompiled statements: at the
 * first start, which is every start in memory, this takes 2 ms instead of 10.
 *
 * @returns false, without changes, if the database is not empty
 */
export function makeNewDatabase<Tables>(db: Kysely<Tables>, statements: readonly string[]): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql`select 1 from sqlite_master limit 1`.execute(transaction);
    if (rows.length > 0) return false;
    for (const statement of statements) await transaction.executeQuery(CompiledQuery.raw(statement));
    return true;
  });
}

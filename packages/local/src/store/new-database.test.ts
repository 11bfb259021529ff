import { CompiledQuery, Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { newSqliteDatabase } from './generated/new-sqlite-database.js';
import { migrate } from './migrate.js';
import { sqliteEngine } from './sqlite.js';

const migrations = 'select name from kysely_migration order by name';
const lock = 'select * from kysely_migration_lock';
// In order of creation: an index needs its table.
const schema = `select type, name, tbl_name, sql from sqlite_master where name not like 'sqlite%' order by rowid`;

async function databaseMadeBy(newTables: readonly string[] | undefined) {
  const engine = { ...sqliteEngine(':memory:'), newTables };
  const db = new Kysely<unknown>({ dialect: engine.dialect });
  try {
    await migrate(db, engine);
    const read = async (query: string) =>
      (await db.executeQuery<Record<string, string>>(CompiledQuery.raw(query))).rows;
    return { schema: await read(schema), migrations: await read(migrations), lock: await read(lock) };
  } finally {
    await db.destroy();
  }
}

test('a new database has the tables that the migrations make, to the letter', async () => {
  expect(await databaseMadeBy(newSqliteDatabase)).toEqual(await databaseMadeBy(undefined));
});

test('the statements for it are up to date (else: npx vitest run packages/local/src/store/new-database.test.ts -u)', async () => {
  const { schema, migrations, lock } = await databaseMadeBy(undefined);
  const statements = [
    ...schema.map(({ sql }) => sql ?? ''),
    ...migrations.map(
      ({ name }) => `insert into kysely_migration values ('${name}', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
    ),
    ...lock.map(({ id, is_locked }) => `insert into kysely_migration_lock values ('${id}', ${is_locked})`),
  ];
  const lines = statements.map((statement) => `  ${JSON.stringify(statement)},\n`);
  const head = '// Made of the migrations by new-database.test.ts: do not edit.\n\n';
  const file = `${head}export const newSqliteDatabase: readonly string[] = [\n${lines.join('')}];\n`;
  await expect(file).toMatchFileSnapshot('./generated/new-sqlite-database.ts');
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import type { StoreOptions } from '../../src/store/store.js';
import { type TestDatabase, testDatabase } from './postgres.js';
import { administrate } from './postgres-server.js';

/** The engine that this run of the file is about: files that vitest.config.ts lists run once for each. */
export const engineName = inject('engine');

export interface TestStorage {
  options: StoreOptions;
  remove(): Promise<void>;
}

export interface KeptStorage extends TestStorage {
  /** Whatever is stored, to be searched. */
  content(): Promise<Buffer>;
}

/** An empty store's place on that engine, for one test or one file. */
export async function testStorage(): Promise<TestStorage> {
  if (engineName === 'SQLite') return { options: { memory: true }, remove: async () => {} };
  return postgresStorage();
}

/** One that can be opened again and looked into. */
export async function keptStorage(): Promise<KeptStorage> {
  if (engineName === 'PostgreSQL') return postgresStorage();
  const directory = await mkdtemp(join(tmpdir(), 'kms-storage-'));
  return {
    options: { file: join(directory, 'kms.db'), rootKey: { keyFile: join(directory, 'root.key') } },
    remove: () => rm(directory, { recursive: true }),
    content: async () =>
      Buffer.concat(await Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name))))),
  };
}

async function postgresStorage(): Promise<KeptStorage> {
  const database = unused.pop() ?? (await testDatabase());
  const rootKey = { key: randomBytes(32) };
  return {
    options: { url: database.url, rootKey },
    async remove() {
      await empty(database);
      unused.push(database);
    },
    content: () => contentOf(database),
  };
}

/** Emptying a database takes a tenth of the time of making one, so those of a file are used again. */
const unused: TestDatabase[] = [];
afterAll(async () => {
  for (const database of unused.splice(0)) await database.drop();
});

/** All values of all rows. */
const contentOf = ({ url }: TestDatabase): Promise<Buffer> =>
  administrate(url, async (client) => {
    const tables = await client.query("select tablename from pg_tables where schemaname = 'public'");
    const values: Buffer[] = [];
    for (const { tablename } of tables.rows) {
      const { rows } = await client.query<unknown[]>({ text: `select * from ${tablename}`, rowMode: 'array' });
      values.push(...rows.flat().map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(String(value)))));
    }
    return Buffer.concat(values);
  });

/** What a test has left of connections is in the way, and goes. */
const empty = ({ url }: TestDatabase): Promise<unknown> =>
  administrate(url, (client) =>
    client.query(`
      do $$
      declare
        name text;
        filled text[] := '{}';
        is_filled boolean;
      begin
        perform pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid();
        for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
          execute format('select exists (select from %I)', name) into is_filled;
          if is_filled then filled := filled || quote_ident(name); end if;
        end loop;
        if filled <> '{}' then execute 'truncate ' || array_to_string(filled, ',') || ' restart identity cascade'; end if;
      end $$`),
  );

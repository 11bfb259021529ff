import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { administrate, databaseUrl } from './postgres-server.js';
import type { PostgresFacts } from './postgres-setup.js';

/** Without a server, what needs one is skipped: `describe.skipIf(!hasPostgres)`. */
export const hasPostgres = inject('postgres') !== null;

let facts: Promise<PostgresFacts> | undefined;

/** The server of this run; started when it is first asked for. */
function postgresServer(): Promise<PostgresFacts> {
  facts ??= askForServer();
  return facts;
}

async function askForServer(): Promise<PostgresFacts> {
  const access = inject('postgres');
  if (!access) throw new Error('there is no PostgreSQL; use describe.skipIf(!hasPostgres)');
  const answer = JSON.parse(await text(connect(access.port, '127.0.0.1')));
  if (answer.error) throw new Error(answer.error);
  return answer;
}

export interface TestDatabase {
  name: string;
  url: string;
  /** Ends the connections that it still has. */
  drop(): Promise<void>;
}

/** A database of one's own: with the tables of this version and nothing in them, or without any. */
export async function testDatabase(content: 'tables' | 'nothing' = 'tables'): Promise<TestDatabase> {
  const { url, prefix, template } = await postgresServer();
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  const source = content === 'tables' ? template : "template0 encoding 'UTF8'";
  await administrate(url, (client) => client.query(`create database ${name} template ${source}`));
  return {
    name,
    url: databaseUrl(url, name),
    drop: () =>
      administrate(url, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

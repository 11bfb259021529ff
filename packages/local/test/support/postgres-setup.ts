import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/store.js';
import { administrate, databaseUrl, findPostgres, type PostgresServer, serverVariable } from './postgres-server.js';

/** Where tests ask for the server, which is started for the first that does. */
export interface PostgresAccess {
  port: number;
}

/** What they are told. */
export interface PostgresFacts {
  /** Of a user who may make databases. */
  url: string;
  /** Names of all databases of this run begin with it. */
  prefix: string;
  /** Name of a database with the tables of this version and nothing in them. */
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    engine: 'SQLite' | 'PostgreSQL';
    postgres: PostgresAccess | null;
  }
}

/** One server for a run of vitest. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const start = findPostgres();
  if (!start) {
    project.provide('postgres', null);
    return async () => {
      console.log(`No PostgreSQL here: its tests were skipped. Install Debian's postgresql, or set ${serverVariable}.`);
    };
  }
  let started: Promise<PostgresServer> | undefined;
  let facts: Promise<PostgresFacts> | undefined;
  const prefix = `kms_test_${randomBytes(5).toString('hex')}`;
  const make = async (): Promise<PostgresFacts> => {
    started = start();
    const { url } = await started;
    return { url, prefix, template: await makeTemplate(url, `${prefix}_template`) };
  };
  const listener = createServer((socket) => {
    socket.on('error', () => {});
    facts ??= make();
    facts.then(
      (made) => socket.end(JSON.stringify(made)),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    );
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  project.provide('postgres', { port: (listener.address() as AddressInfo).port });

  return async () => {
    listener.close();
    const server = await started?.catch(() => undefined);
    if (!server) return;
    await dropDatabases(server.url, prefix);
    await server.stop();
  };
}

/** Copying a database is quicker than making its tables. */
async function makeTemplate(url: string, name: string): Promise<string> {
  await administrate(url, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
  const store = await openStore({ url: databaseUrl(url, name), rootKey: { key: randomBytes(32) } });
  await store.db.deleteFrom('settings').execute();
  await store.close();
  return name;
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  await administrate(url, async (client) => {
    const all = await client.query('select datname from pg_database where datname like $1', [`${prefix}%`]);
    for (const { datname } of all.rows) await client.query(`drop database ${datname} with (force)`);
  });
}

// The PostgreSQL of the tests, which are in TypeScript, for a program of Node.js; with a table and a user whose password changes.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { root } from '../../../scripts/setup.js';

const source = join(root, 'packages', 'local', 'test', 'support', 'postgres-server.ts');

/**
 * @param packages folder whose node_modules has `pg`
 * @throws Error when there is no PostgreSQL on this machine
 */
export async function startOrders(packages, password) {
  const pg = createRequire(join(packages, 'package.json'))('pg');
  const file = join(packages, 'postgres-server.mjs');
  writeFileSync(file, transformSync(readFileSync(source, 'utf8'), { loader: 'ts' }).code);
  const { findPostgres } = await import(pathToFileURL(file));
  const start = findPostgres();
  if (!start) throw new Error('there is no PostgreSQL: install its programs, or set KMS_TEST_POSTGRES_URL');
  const server = await start();
  const connect = async (url) => {
    const client = new pg.Client(url);
    await client.connect();
    return client;
  };
  // Nothing that a given server has may be touched: a database and a user of this run.
  const name = `conformance_${randomBytes(6).toString('hex')}`;
  const admin = await connect(server.url);
  await admin.query(`create database ${name}`);
  await admin.query(`create role ${name} login password '${password}'`);
  const url = new URL(server.url);
  url.pathname = name;
  const owner = await connect(`${url}`);
  await owner.query(`create table orders (id int primary key, note text); insert into orders values (1, 'first')`);
  await owner.query(`grant select on orders to ${name}`);
  await owner.end();
  return {
    address: { host: url.hostname, port: Number(url.port || 5432), database: name },
    user: name,
    setPassword: (to) => admin.query(`alter role ${name} password '${to}'`),
    async endConnections() {
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${name}'`);
    },
    async stop() {
      await admin.query(`drop database ${name} with (force)`);
      await admin.query(`drop role ${name}`);
      await admin.end();
      await server.stop();
    },
  };
}

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { setTimeout as passing } from 'node:timers/promises';
import pg from 'pg';
import { administrate, databaseUrl, findPostgres, serverVariable } from '../support/postgres-server.js';

/** A server that was given is not ours to stop. */
export const canStopPostgres = process.env[serverVariable] === undefined && findPostgres() !== undefined;

/** A PostgreSQL of a test's own, which it can stop, by whatever signal, and start again with its data. */
export class OwnPostgres {
  readonly url: string;
  readonly #remove: () => Promise<void>;
  readonly #dataDir: string;

  private constructor(url: string, dataDir: string, remove: () => Promise<void>) {
    this.url = url;
    this.#dataDir = dataDir;
    this.#remove = remove;
  }

  static async start(): Promise<OwnPostgres> {
    const start = findPostgres();
    if (!start) throw new Error('there is no PostgreSQL');
    const { url, stop } = await start();
    const { rows } = await administrate(url, (client) => client.query('show data_directory'));
    return new OwnPostgres(url, rows[0].data_directory, stop);
  }

  /**
   * Makes an empty database, whose name is also in its URL.
   *
   * @param directory where its tables are kept; without it, where the server keeps all
   */
  async newDatabase(name: string, directory?: string): Promise<string> {
    await administrate(this.url, async (client) => {
      if (directory !== undefined) {
        const { uid, gid } = statSync(this.#dataDir);
        chownSync(directory, uid, gid);
        await client.query(`create tablespace ${name} location ${client.escapeLiteral(directory)}`);
      }
      const where = directory === undefined ? '' : `tablespace ${name}`;
      await client.query(`create database ${name} template template0 encoding 'UTF8' ${where}`);
    });
    return databaseUrl(this.url, name);
  }

  /** Removes a database that was made in a directory. */
  async dropDatabase(name: string): Promise<void> {
    await administrate(this.url, async (client) => {
      await client.query(`drop database ${name} with (force)`);
      await client.query(`drop tablespace ${name}`);
    });
  }

  /**
   * Stops it: SIGINT disconnects everybody and stops in order, SIGQUIT stops at once.
   *
   * @returns starts it again
   */
  async stop(signal: 'SIGINT' | 'SIGQUIT'): Promise<() => Promise<void>> {
    const pid = Number(readFileSync(`${this.#dataDir}/postmaster.pid`, 'utf8').split('\n')[0]);
    const program = readlinkSync(`/proc/${pid}/exe`);
    const [, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    const { uid, gid } = statSync(this.#dataDir);
    process.kill(pid, signal);
    while (isRunning(pid)) await passing(10);
    return async () => {
      const server = spawn(program, args, { uid, gid, cwd: this.#dataDir, stdio: 'ignore', detached: true });
      await once(server, 'spawn');
      server.unref();
      while (!(await isAnswering(this.url))) await passing(20);
    };
  }

  async remove(): Promise<void> {
    await this.#remove();
  }
}

/** A process that has ended but was not waited for is still listed, as a zombie. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  const state = stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

async function isAnswering(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

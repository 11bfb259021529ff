import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

/** A server on which tests make their databases. */
export interface PostgresServer {
  /** Of a user who may make databases. */
  url: string;
  stop(): Promise<void>;
}

/** A server that is there already: URL of a superuser, whose password the server must ask for. */
export const serverVariable = 'KMS_TEST_POSTGRES_URL';

const givenServer = (url: string): PostgresServer => ({ url, stop: async () => {} });

/** Undefined where no server can be had. */
export function findPostgres(): (() => Promise<PostgresServer>) | undefined {
  const url = process.env[serverVariable];
  if (url) return async () => givenServer(url);
  const programs = postgresPrograms();
  return programs === undefined ? undefined : () => startPostgres(programs);
}

const debianFolder = '/usr/lib/postgresql';

/** Folder of `initdb` and `pg_ctl`: Debian's newest version, else where `pg_config` says; undefined when there is none. */
function postgresPrograms(): string | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const debian = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin'));
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return [...debian, stdout?.trim() ?? ''].find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
}

/**
 * Standard input ends with the process that started this, however that ends; then the server goes, and its data.
 * No fsync: these tests kill processes that use the server, never the machine, so nothing hangs on it but time.
 */
const script = `
programs=$1; folder=$2; port=$3; shift 3
exec 3>&1 > "$folder/out" 2>&1
"$programs/initdb" -D "$folder/data" -U postgres -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --no-sync "$@" 3>&- || exit
"$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "-p $port -c listen_addresses=127.0.0.1 \
  -c unix_socket_directories= -c max_connections=200 -c shared_buffers=32MB -c autovacuum=off \
  -c fsync=off -c full_page_writes=off" start 3>&- || exit
echo ready >&3
cat > /dev/null
"$programs/pg_ctl" -D "$folder/data" -m immediate stop
rm -rf "$folder"`;

/** A server of its own, on 127.0.0.1, that does not outlive this process. */
async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kms-postgres-'));
  const password = randomBytes(12).toString('hex');
  await writeFile(join(folder, 'password'), password, { mode: 0o600 });
  const user = serverUser();
  if (user) for (const path of [join(folder, 'password'), folder]) chownSync(path, user.uid, user.gid);
  const port = await freePort();
  const args = ['-c', script, 'sh', programs, folder, String(port), ...localeOptions(programs)];
  // In a session of its own: an interrupt from the keyboard is for whoever started this.
  const server = spawn('sh', args, { stdio: ['pipe', 'pipe', 'ignore'], detached: true, cwd: folder, ...user });
  // It may have ended before.
  server.stdin.on('error', () => {});
  const exited = once(server, 'exit');
  const ready = once(createInterface(server.stdout), 'line');
  const isReady = await Promise.race([ready.then(() => true), exited.then(() => false)]);
  if (!isReady) {
    const output = await readFile(join(folder, 'out'), 'utf8');
    await rm(folder, { recursive: true });
    throw new Error(`PostgreSQL does not start: ${output}`);
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      server.stdin.end();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (option: string) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** Its text sorts like words in a dictionary, as on the servers that people have: nothing here may depend on that. */
function localeOptions(programs: string): string[] {
  const { stdout } = spawnSync(join(programs, 'initdb'), ['--version'], { encoding: 'utf8' });
  const version = Number(/(\d+)/.exec(stdout)?.[1]);
  return version >= 15 ? ['--locale-provider=icu', '--icu-locale=en', '--locale=C'] : ['--locale=C'];
}

/** Below the ports that connections take for themselves, so that none of them takes it before the server does. */
async function freePort(): Promise<number> {
  const port = 20_000 + (randomBytes(2).readUInt16BE() % 12_000);
  const probe = createServer().listen(port, '127.0.0.1');
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  probe.close();
  return isFree ? port : freePort();
}

/** Runs statements as the user of `url`. */
export async function administrate<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

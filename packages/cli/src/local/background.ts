import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { configurationError } from '../failures.js';
import type { Session } from '../session.js';
import type { ServeFlags } from './serve.js';
import type { LocalState } from './state.js';

type Env = Readonly<Record<string, string | undefined>>;

const stopTimeoutMs = 10_000;
const pollMs = 20;

/** Directory with the state and data of a background local KMS. */
export const stateFolder = (env: Env): string =>
  join(env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state'), 'kms', 'local');

const stateFile = (folder: string): string => join(folder, 'state.json');

/** The running one; undefined if there is none, or its state file is stale. */
export async function runningState(folder: string): Promise<LocalState | undefined> {
  let state: LocalState;
  try {
    state = JSON.parse(await readFile(stateFile(folder), 'utf8'));
  } catch {
    return undefined;
  }
  return (await isAlive(state)) ? state : undefined;
}

/** Asks the process itself: its pid may have been reused, but only it knows its token. */
async function isAlive({ adminEndpoint, adminToken }: LocalState): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${adminToken}` };
    const { status } = await fetch(`${adminEndpoint}/admin/clock`, { headers, signal: AbortSignal.timeout(2000) });
    return status === 200;
  } catch {
    return false;
  }
}

/** The running one, or a new one. */
export async function ensureRunning(session: Session, flags: ServeFlags): Promise<LocalState> {
  const { env } = session.context;
  const folder = stateFolder(env);
  const running = await runningState(folder);
  if (running) {
    if (Object.values(flags).some((flag) => flag !== undefined)) {
      session.note(`a local KMS runs already, at ${running.endpoint}; for another one: kms local stop`);
    }
    return running;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return oneAtATime(folder, async () => {
    const other = await runningState(folder);
    if (other) return other;
    const state = await start(folder, flags, env);
    await writeFile(stateFile(folder), JSON.stringify(state), { mode: 0o600 });
    return state;
  });
}

/** If several shells ask at once, one starts it, and the others wait. */
async function oneAtATime<Value>(folder: string, run: () => Promise<Value>): Promise<Value> {
  const lock = join(folder, 'starting');
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
      // Empty: it was created a moment ago, or is gone already.
      if (owner > 0 && !isRunning(owner)) await rm(lock, { force: true });
      await sleep(pollMs);
    }
  }
  try {
    return await run();
  } finally {
    await rm(lock, { force: true });
  }
}

async function start(folder: string, flags: ServeFlags, env: Env): Promise<LocalState> {
  const logFile = join(folder, 'log');
  const log = await open(logFile, 'w', 0o600);
  const where = flags.memory ? ['--memory'] : ['--data', resolve(flags.data ?? join(folder, 'data'))];
  const args = [
    ...where,
    ...(flags.port === undefined ? [] : ['--port', flags.port]),
    ...(flags.seed === undefined ? [] : ['--seed', resolve(flags.seed)]),
  ];
  const command = await realpath(process.argv[1] as string);
  try {
    const child = spawn(process.execPath, [command, 'local', 'start', '--background', ...args], {
      detached: true,
      env,
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    });
    const state = await Promise.race([
      once(child, 'message').then(([message]) => message as LocalState),
      once(child, 'exit').then(() => undefined),
    ]);
    if (child.connected) child.disconnect();
    child.unref();
    if (state) return state;
  } finally {
    await log.close();
  }
  const output = (await readFile(logFile, 'utf8')).trim().replace(/^kms: /, '');
  throw configurationError(`the local KMS did not start: ${output || `see ${logFile}`}`);
}

/** @returns the one that was stopped; undefined if none was running */
export async function stopRunning(env: Env): Promise<LocalState | undefined> {
  const folder = stateFolder(env);
  const state = await runningState(folder);
  if (state) {
    process.kill(state.pid, 'SIGTERM');
    const deadline = Date.now() + stopTimeoutMs;
    while (isRunning(state.pid)) {
      if (Date.now() > deadline) throw configurationError(`process ${state.pid} does not stop; end it yourself`);
      await sleep(pollMs);
    }
  }
  await rm(stateFile(folder), { force: true });
  return state;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { command, type Workplace } from './kms.js';

/** `script` of util-linux makes pseudo-terminals. */
export const hasPty =
  process.platform === 'linux' &&
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

/** What somebody types when a text has been seen. */
export type Dialogue = readonly (readonly [seen: string, typed: string])[];

/** Runs `kms` in a pseudo-terminal. @returns all that stood on it, and the exit code */
export async function onTerminal(place: Workplace, args: readonly string[], dialogue: Dialogue = [], env = {}) {
  const line = [process.execPath, command, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    cwd: place.folder,
    env: place.env({ TERM: 'xterm', SHELL: '/bin/sh', ...env }),
  });
  const left = [...dialogue];
  let screen = '';
  let unread = '';
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    unread += chunk.toString();
    const [next] = left;
    if (!next || !unread.includes(next[0])) return;
    unread = '';
    left.shift();
    child.stdin.write(next[1]);
  });
  const [code] = await once(child, 'close');
  return { code, screen: screen.replaceAll('\r', '') };
}

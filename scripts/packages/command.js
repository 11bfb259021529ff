// Running programs side by side, and npm in folders of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const timeoutMs = 240_000;

/** What `npm run` tells its child would make an npm inside work on this repository. */
const ownEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_(local_)?prefix|config_workspaces?|package_)/.test(name),
    ),
  );

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to stdout
 * @throws with all that it wrote, when its exit code is not 0
 */
export function runCommand(command, args, { cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      // npm is a script file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && /^np[mx]$/.test(command),
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        output[name] += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output.stdout);
      else reject(new Error(`ended with ${signal ?? `exit code ${code}`}\n${output.stdout}${output.stderr}`.trim()));
    });
  });
}

/** An empty project with packages installed from the registry or from tarballs. */
export async function install(folder, packages) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  try {
    await runCommand('npm', args, { cwd: folder });
  } catch (error) {
    const names = packages.map((name) => name.split(/[\\/]/).at(-1)).join(', ');
    // What follows are npm's options and a stack.
    const reason = error.message.split('\n').slice(0, 5).join('\n');
    throw new Error(`npm could not install ${names} into an empty project; it needs the registry. npm ${reason}`);
  }
  return folder;
}

/** Runs tasks, at most `width` at a time. */
export async function inParallel(width, tasks) {
  let next = 0;
  const work = async () => {
    while (next < tasks.length) await tasks[next++]();
  };
  await Promise.all(Array.from({ length: width }, work));
}

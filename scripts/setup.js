// What `npm start` and `npm test` need on a bare checkout: dependencies as locked, and a build. Both are skipped when
// nothing changed, so that the second start is quick.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.cache', 'kms-toolkit', 'installed');

/** Runs a command in the checkout and shows its output; ends this process with a clear line when it fails. */
export function run(title, command, args, { quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    // npm is a script file on Windows, which only a shell can start.
    shell: process.platform === 'win32' && command === 'npm',
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  if (quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  console.error(`${title} failed${result.error ? `: ${result.error.message}` : ` (exit code ${result.status})`}`);
  process.exit(1);
}

function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node.js 20.19 or newer is needed; this is ${process.version}.`);
  process.exit(1);
}

function installDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  console.log('Installing dependencies (npm ci) …');
  run('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

/** Leaves the checkout installed and built. */
export function setUp() {
  checkNodeVersion();
  installDependencies();
  run('The build', process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--build']);
  run('The build', process.execPath, [join(root, 'scripts', 'bundle.js')]);
  linkCommands();
}

/** npm links the commands of our own packages when it installs, if they are built by then. */
function linkCommands() {
  const commands = { 'kms-local': 'alibabacloud-kms-local', kms: 'alibabacloud-kms-cli' };
  const missing = Object.keys(commands).filter((name) => !existsSync(join(root, 'node_modules', '.bin', name)));
  if (missing.length === 0) return;
  run('npm rebuild', 'npm', ['rebuild', '--ignore-scripts', ...missing.map((name) => commands[name])], { quiet: true });
}

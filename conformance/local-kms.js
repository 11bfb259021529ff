// A local KMS of the build, as a process of its own, with the keys and secrets of kms.yaml.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../scripts/setup.js';

const cli = join(root, 'packages', 'local', 'dist', 'cli.js');
const seed = join(root, 'conformance', 'kms.yaml');

/** Starts one. `facts` is what `--json` prints, `stop()` ends it. */
export async function startKms() {
  const child = spawn(process.execPath, [cli, '--memory', '--json', '--admin', '--seed', seed], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors = [];
  child.stderr.setEncoding('utf8').on('data', (text) => errors.push(text));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([new Promise((resolve) => lines.once('line', resolve)), ended.then(() => undefined)]);
  if (line === undefined) throw new Error(`the local KMS did not start: ${errors.join('').trim()}`);
  return {
    facts: JSON.parse(line),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

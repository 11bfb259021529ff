// What others' tools say about the packages and the repository.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../setup.js';
import { runCommand } from './command.js';

const bin = (...path) => join(root, 'node_modules', ...path);

export async function checkWithPublint({ manifest, tarball }) {
  const { buffer } = new Uint8Array(readFileSync(tarball));
  const { messages } = await publint({ strict: true, pack: { tarball: buffer } });
  if (messages.length > 0) throw new Error(messages.map((message) => formatMessage(message, manifest)).join('\n'));
}

/** ES modules only: what CommonJS makes of them is tried with Node.js and TypeScript themselves. */
export const checkWithAttw = ({ tarball }) =>
  runCommand(process.execPath, [bin('@arethetypeswrong', 'cli', 'dist', 'index.js'), tarball, '--profile', 'esm-only']);

export const checkWithKnip = () => runCommand(process.execPath, [bin('knip', 'bin', 'knip.js')], { cwd: root });

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
  const { messages: all } = await publint({ strict: true, pack: { tarball: buffer } });
  // CommonJS types of an ES module differ for default exports alone, and there are none: see common-js-types.js.
  const messages = all.filter(({ code }) => code !== 'EXPORTS_TYPES_INVALID_FORMAT');
  if (messages.length > 0) throw new Error(messages.map((message) => formatMessage(message, manifest)).join('\n'));
}

/** The ES module is what `require` gets, with types that are CommonJS by their name: the two rules that say so are off. */
export const checkWithAttw = ({ tarball }) =>
  runCommand(process.execPath, [
    bin('@arethetypeswrong', 'cli', 'dist', 'index.js'),
    tarball,
    ...['--profile', 'node16', '--ignore-rules', 'false-cjs', 'cjs-resolves-to-esm'],
  ]);

export const checkWithKnip = () => runCommand(process.execPath, [bin('knip', 'bin', 'knip.js')], { cwd: root });

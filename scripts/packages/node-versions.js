// The packages on the Node.js versions in support, which the npm package `node` brings.
import { join } from 'node:path';
import { install, runCommand } from './command.js';
import { runProgram } from './consumers.js';

/** Long-term support, and whatever is newest. */
export const nodeVersions = ['20', '22', '24', 'latest'];

/** @returns the path of the binary */
export async function installNode(folder, version) {
  await install(folder, [`node@${version}`]);
  return join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** @returns its version */
export async function checkOnNode(project, node) {
  for (const program of ['imports.mjs', 'requires.cjs', 'smoke.mjs']) await runProgram(project, program, node);
  return (await runCommand(node, ['--version'])).trim();
}

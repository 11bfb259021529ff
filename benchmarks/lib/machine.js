import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { root } from '../../scripts/setup.js';

/** Environment and time of a measurement. */
export function circumstances() {
  return {
    machine: { cpu: cpus()[0]?.model.trim() ?? 'unknown', cores: availableParallelism() },
    runtime: `Node.js ${process.version}`,
    commit: commit(),
    date: new Date().toISOString(),
  };
}

/** With a trailing `+` if the checkout has changes. Null without git. */
function commit() {
  const git = (...args) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  try {
    return `${git('rev-parse', '--short', 'HEAD').trim()}${git('status', '--porcelain') === '' ? '' : '+'}`;
  } catch {
    return null;
  }
}

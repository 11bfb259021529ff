// A local KMS from the build in its own process, and its cost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../scripts/setup.js';

export const cli = join(root, 'packages', 'local', 'dist', 'cli.js');
// With NODE_EXTRA_CA_CERTS set, Node.js 20 reads all public CAs at startup: 30 ms that are not ours.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill();
});

/** @returns the milliseconds until the first line of a Node.js program, the line, and the running process */
export async function startProgram(...args) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child.once('exit', () => running.delete(child)));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${args.slice(0, 2).join(' ')} ended with exit code ${code} before it said anything`);
  });
  const [data] = await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => {});
  return { ms: performance.now() - start, line: data.toString(), child };
}

export async function stopProgram(child) {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Starts one in memory. `facts` is its own description. */
export async function startKms(...options) {
  const { line, child } = await startProgram(cli, '--memory', '--json', '--http-port', '0', ...options);
  const facts = JSON.parse(line);
  return {
    facts,
    /** CPU time since its start in ms, and memory (RSS) in MB. */
    async usage() {
      const text = await (await fetch(`${facts.httpEndpoint}/metrics`)).text();
      const metric = (name) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
      return {
        cpuMs: metric('process_cpu_seconds_total') * 1_000,
        memoryMb: metric('process_resident_memory_bytes') / 2 ** 20,
      };
    },
    stop: () => stopProgram(child),
  };
}

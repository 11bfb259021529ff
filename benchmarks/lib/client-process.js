// A client in its own process: the first line of JSON has the address of the local KMS, every other line is a task, and gets
// one line in response.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const clients = join(import.meta.dirname, '..', 'clients');

/**
 * @param file program in `clients/`
 * @param facts of the local KMS, and anything else that the program needs
 */
export function startClient(file, facts, { interpreter = process.execPath, env = {} } = {}) {
  const child = spawn(interpreter, [join(clients, file)], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.write(`${JSON.stringify(facts)}\n`);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'close');
  return {
    /**
     * Makes calls of a kind, `atOnce` at a time.
     *
     * @returns per call `cpuMs`, its CPU time; `perSecond`; `p50Ms`, the median duration of a call; `memoryMb`
     */
    async run(task, calls, atOnce = 32) {
      child.stdin.write(`${JSON.stringify({ task, calls, atOnce })}\n`);
      const { done, value } = await lines.next();
      if (done) throw new Error(`${file} ended in the middle of ${task}`);
      const { cpuMs, ms, p50Ms, memoryMb } = JSON.parse(value);
      return { cpuMs: cpuMs / calls, perSecond: (calls / ms) * 1_000, p50Ms, memoryMb };
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** Runs a program with a single task. @returns its output: one JSON object */
export async function runOnce(file, facts) {
  const child = spawn(process.execPath, [join(clients, file)], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(`${JSON.stringify(facts)}\n`);
  const [printed] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`${file} ended with exit code ${child.exitCode}`);
  return JSON.parse(printed);
}

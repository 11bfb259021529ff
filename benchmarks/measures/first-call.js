// A process that makes one Encrypt: from its start to its end, in turns with the same in Go and in Python.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withKeys } from '../lib/keys.js';
import { startKms } from '../lib/local-kms.js';
import { inRounds, medianOf } from '../lib/statistics.js';
import { goPeer } from './go.js';
import { pythonPeer } from './python.js';

const clients = join(import.meta.dirname, '..', 'clients');

async function msOf(facts, command, ...args) {
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(`${JSON.stringify(facts)}\n`);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}`);
  return performance.now() - start;
}

/** Ratios to a language are null, and `…Missing` says why, where its SDK cannot be run. */
export async function measureFirstCall({ startRounds, quick }) {
  const [go, python] = [await goPeer(quick), await pythonPeer(quick)];
  const kms = await startKms();
  const facts = await withKeys(kms, 1);
  const run = (...args) => msOf(facts, ...args);
  const steps = {
    ours: () => run(process.execPath, join(clients, 'first-call.js')),
    node: () => run(process.execPath, '--eval', '0'),
    ...(go.found && { go: () => run(go.found, 'first-call') }),
    ...(python.found && { python: () => run(python.found, join(clients, 'python-sdk.py'), 'first-call') }),
  };
  try {
    const results = await inRounds(startRounds, steps);
    const ratioTo = (name) => (steps[name] ? medianOf(results, (round) => round.ours / round[name]) : null);
    const figures = Object.keys(steps).map((name) => [`${name}FirstCallMs`, medianOf(results, (round) => round[name])]);
    const missing = Object.entries({ go: go.missing, python: python.missing }).filter(([, why]) => why);
    return {
      firstCallOverGo: ratioTo('go'),
      firstCallOverPython: ratioTo('python'),
      ...Object.fromEntries(figures),
      ...Object.fromEntries(missing.map(([name, why]) => [`${name}Missing`, why])),
    };
  } finally {
    await kms.stop();
  }
}

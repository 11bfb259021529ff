// Encrypt with a client key by the official Python SDK and by ours, on the same server.
import { join } from 'node:path';
import { pythonWith } from '../../conformance/environments.js';
import { root } from '../../scripts/setup.js';
import { startClient } from '../lib/client-process.js';
import { withKeys } from '../lib/keys.js';
import { startKms } from '../lib/local-kms.js';
import { peerOr } from '../lib/peers.js';
import { inRounds, medianOf } from '../lib/statistics.js';

const name = 'python-kms-sdk';
const requirements = join(root, 'conformance', 'clients', name, 'requirements.txt');

/** The interpreter that has the Python SDK, or why there is none. @returns `{ found }` or `{ missing }` */
export const pythonPeer = (quick) => peerOr(quick, () => pythonWith(name, requirements));

/** Figures are null, and `pythonMissing` says why, if this machine has no Python or the packages cannot be installed. */
export async function measurePython({ rounds, calls, pythonCalls, quick }) {
  const { found: interpreter, missing } = await pythonPeer(quick);
  if (missing) return { pythonCpuRatio: null, pythonThroughputRatio: null, pythonMissing: missing };
  const kms = await startKms();
  const facts = await withKeys(kms, 1);
  const ours = startClient('sdk.js', facts);
  const python = startClient('python-sdk.py', facts, { interpreter, env: { PYTHONDONTWRITEBYTECODE: '1' } });
  const steps = { ours: () => ours.run('encrypt', calls), python: () => python.run('encrypt', pythonCalls) };
  try {
    const results = await inRounds(rounds, steps);
    return {
      pythonCpuRatio: medianOf(results, (round) => round.python.cpuMs / round.ours.cpuMs),
      pythonThroughputRatio: medianOf(results, (round) => round.ours.perSecond / round.python.perSecond),
      pythonCpuMs: medianOf(results, (round) => round.python.cpuMs),
      pythonPerSecond: medianOf(results, (round) => round.python.perSecond),
    };
  } finally {
    await ours.stop();
    await python.stop();
    await kms.stop();
  }
}

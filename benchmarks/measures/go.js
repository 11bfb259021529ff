// Encrypt with a client key by the official Go SDK and by ours, on the same server.
import { join } from 'node:path';
import { goProgram } from '../../conformance/environments.js';
import { startClient } from '../lib/client-process.js';
import { withKeys } from '../lib/keys.js';
import { startKms } from '../lib/local-kms.js';
import { peerOr } from '../lib/peers.js';
import { inRounds, medianOf } from '../lib/statistics.js';

/** The program of the Go SDK, or why there is none. @returns `{ found }` or `{ missing }` */
export const goPeer = (quick) =>
  peerOr(quick, () => goProgram('benchmark-go-sdk', join(import.meta.dirname, '..', 'clients', 'go-sdk')));

/** Figures are null, and `goMissing` says why, if this machine has no Go or the modules cannot be downloaded. */
export async function measureGo({ rounds, calls, quick }) {
  const { found: interpreter, missing } = await goPeer(quick);
  if (missing) return { goCpuRatio: null, goThroughputRatio: null, goMissing: missing };
  const kms = await startKms();
  const facts = await withKeys(kms, 1);
  const ours = startClient('sdk.js', facts);
  const go = startClient('go-sdk', facts, { interpreter });
  const steps = { ours: () => ours.run('encrypt', calls), go: () => go.run('encrypt', calls) };
  try {
    const results = await inRounds(rounds, steps);
    return {
      goCpuRatio: medianOf(results, (round) => round.go.cpuMs / round.ours.cpuMs),
      goThroughputRatio: medianOf(results, (round) => round.ours.perSecond / round.go.perSecond),
      goCpuMs: medianOf(results, (round) => round.go.cpuMs),
      goPerSecond: medianOf(results, (round) => round.go.perSecond),
    };
  } finally {
    await ours.stop();
    await go.stop();
    await kms.stop();
  }
}

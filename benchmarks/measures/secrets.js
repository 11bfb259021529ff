// The secret cache: cost of a hit, in ours and in the official cache for Python; reads and requests over time, while KMS
// throttles or is unavailable; and cost of a hit of `kms agent`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonWith } from '../../conformance/environments.js';
import { root } from '../../scripts/setup.js';
import { runOnce, startClient } from '../lib/client-process.js';
import { startKms } from '../lib/local-kms.js';
import { peerOr } from '../lib/peers.js';
import { inRounds, medianOf } from '../lib/statistics.js';
import { measureAgent } from './agent.js';

const pythonName = 'python-secret-manager';
const requirements = join(root, 'conformance', 'clients', pythonName, 'requirements.txt');
const hitsPerCall = 1_000;
const ttlMs = 600_000;
const secretsPerRequest = 20;
/** A value is refreshed after 80 to 95 % of its TTL. */
const earliestRefresh = 0.8;

export async function measureSecrets({ rounds, secrets, outageSecrets, hitCalls, agentHits, quick }) {
  const names = Array.from({ length: secrets }, (_, index) => `app/secret-${index}`);
  const minutes = quick ? 15 : 60;
  const outageNames = names.slice(0, outageSecrets);
  const folder = mkdtempSync(join(tmpdir(), 'kms-benchmark-'));
  const seed = join(folder, 'seed.json');
  const versions = [{ id: 'v1', data: '{"user":"app","password":"correct horse battery staple"}' }];
  writeFileSync(seed, JSON.stringify({ secrets: names.map((name) => ({ name, versions })) }));
  const kms = await startKms('--admin', '--seed', seed);
  try {
    const hits = await measureHits({ ...kms.facts, secretName: names[0], hitsPerCall }, { rounds, hitCalls, quick });
    const agent = await measureAgent(kms.facts, { folder, secretName: names[0], rounds, agentHits });
    const found = await runOnce('secret-outage.js', { ...kms.facts, names, outageNames, ttlMs, minutes });
    const { usual, outage } = found;
    const asked = ((secrets / secretsPerRequest) * minutes * 60_000) / (ttlMs * earliestRefresh);
    return {
      ...hits,
      ...agent,
      secretColdRequests: found.coldRequests,
      secretHourRequestsShare: found.hourRequests / asked,
      secretHourHeapRatio: found.hourHeapRatio,
      secretHourHeapMb: found.hourHeapMb,
      outageWaits: outage.waits,
      outageOverHitMs: outage.p9999Ms - usual.p9999Ms,
      outageStaleAfterRefresh: found.stale,
      outageSlowestMs: outage.slowestMs,
      usualSlowestMs: usual.slowestMs,
      outageReads: outage.reads,
      outageStaleReads: found.staleHits,
      outageFailures: found.failures,
      secretHourRequests: found.hourRequests,
      secretCount: secrets,
    };
  } finally {
    await kms.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measureHits(facts, { rounds, hitCalls, quick }) {
  const python = await peerOr(quick, () => pythonWith(pythonName, requirements));
  const ours = startClient('secret-cache.js', facts);
  const steps = { ours: () => ours.run('hits', hitCalls, 1) };
  const env = { PYTHONDONTWRITEBYTECODE: '1', REQUESTS_CA_BUNDLE: facts.caFile };
  const theirs = python.found && startClient('python-secret-cache.py', facts, { interpreter: python.found, env });
  if (theirs) steps.python = () => theirs.run('hits', Math.ceil(hitCalls / 20), 1);
  try {
    const results = await inRounds(rounds, steps);
    const hitUs = (step) => medianOf(results, (round) => round[step].cpuMs / hitsPerCall) * 1_000;
    return {
      secretHitUs: hitUs('ours'),
      pythonSecretHitRatio: theirs ? medianOf(results, (round) => round.python.cpuMs / round.ours.cpuMs) : null,
      ...(theirs ? { pythonSecretHitUs: hitUs('python') } : { pythonSecretMissing: python.missing }),
    };
  } finally {
    await ours.stop();
    await theirs?.stop();
  }
}

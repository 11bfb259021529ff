// DescribeKey with an AccessKey, compared with bare POSTs of the same requests, and with the official client of KMS 1.0.
import { startClient } from '../lib/client-process.js';
import { withKeys } from '../lib/keys.js';
import { startKms } from '../lib/local-kms.js';
import { inRounds, medianOf } from '../lib/statistics.js';

export async function measureDescribeKey({ rounds, calls }) {
  const kms = await startKms();
  const facts = await withKeys(kms, 1);
  const ours = startClient('sdk.js', facts);
  const peer = startClient('npm-peer.cjs', facts, { env: { NODE_EXTRA_CA_CERTS: facts.caFile } });
  const steps = {
    post: () => ours.run('post', calls),
    ours: () => ours.run('describeKey', calls),
    peer: () => peer.run('describeKey', calls),
  };
  try {
    const results = await inRounds(rounds, steps);
    return {
      describeKeyCpuOverPost: medianOf(results, (round) => round.ours.cpuMs / round.post.cpuMs),
      npmPeerCpuRatio: medianOf(results, (round) => round.peer.cpuMs / round.ours.cpuMs),
      npmPeerThroughputRatio: medianOf(results, (round) => round.ours.perSecond / round.peer.perSecond),
      describeKeyCpuMs: medianOf(results, (round) => round.ours.cpuMs),
      describeKeyPerSecond: medianOf(results, (round) => round.ours.perSecond),
      postCpuMs: medianOf(results, (round) => round.post.cpuMs),
      npmPeerCpuMs: medianOf(results, (round) => round.peer.cpuMs),
      npmPeerPerSecond: medianOf(results, (round) => round.peer.perSecond),
    };
  } finally {
    await ours.stop();
    await peer.stop();
    await kms.stop();
  }
}

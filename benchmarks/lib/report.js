// The figures with a target, and their table.

const atMost = (limit) => ({ text: `≤ ${limit}`, reached: (value) => value <= limit });
const atLeast = (limit) => ({ text: `≥ ${limit}`, reached: (value) => value >= limit });
const moreThan = (limit) => ({ text: `> ${limit}`, reached: (value) => value > limit });

/** By JSON key: the figure and its target. A figure without a target is for comparison. */
export const figures = {
  encryptCpuOverSignature: {
    what: 'Encrypt, processor time over that of one RSA-2048 signature',
    target: atMost(1.35),
  },
  encryptThroughputOverSigning: { what: 'Encrypt, throughput over signing alone', target: atLeast(0.85) },
  encryptLatencyOverSignatureMs: { what: 'Encrypt one at a time, p50 minus one signature', target: atMost(0.5) },
  describeKeyCpuOverPost: { what: 'DescribeKey, processor time over that of a bare POST', target: atMost(1.5) },
  localCpuPerEncryptMs: { what: 'local KMS, processor time of one Encrypt', target: atMost(0.25) },
  pythonCpuRatio: { what: 'Encrypt, processor time of the Python SDK over ours', target: atLeast(5) },
  pythonThroughputRatio: { what: 'Encrypt, our throughput over that of the Python SDK', target: atLeast(5) },
  goCpuRatio: { what: 'Encrypt, processor time of the Go SDK over ours', target: atLeast(5.5) },
  goThroughputRatio: { what: 'Encrypt, our throughput over that of the Go SDK', target: moreThan(1) },
  npmPeerCpuRatio: { what: 'DescribeKey, processor time of @alicloud/kms20160120 over ours', target: moreThan(1) },
  npmPeerThroughputRatio: {
    what: 'DescribeKey, our throughput over that of @alicloud/kms20160120',
    target: moreThan(1),
  },
  envelopeAwsEncryptRatio: {
    what: 'Envelope of 1 KiB, encrypt: processor time of @aws-crypto/client-node over ours',
    target: atLeast(25),
  },
  envelopeAwsDecryptRatio: { what: 'the same, decrypt', target: atLeast(25) },
  envelopePythonEncryptRatio: {
    what: 'the same, encrypt: the Encryption SDK for Python over ours',
    target: atLeast(10),
  },
  envelopePythonDecryptRatio: { what: 'the same, decrypt', target: atLeast(10) },
  streamEncryptOverBare: { what: 'stream, encrypt: processor time of a bare cipher over ours', target: atLeast(0.9) },
  streamBothOverBare: { what: 'stream, encrypt and decrypt: the same', target: atLeast(0.9) },
  streamEncryptMemoryMb: { what: 'stream, encrypt: memory over idle', target: atMost(32) },
  streamBothMemoryMb: { what: 'stream, encrypt and decrypt: memory over idle', target: atMost(32) },
  streamMemoryGrowthMb: { what: 'stream, memory at the end minus at the start' },
  secretHitUs: { what: 'SecretCache, a hit of get, processor time', target: atMost(1) },
  pythonSecretHitRatio: { what: 'the same, the secret cache for Python over ours', target: atLeast(20) },
  secretColdRequests: { what: '1,000 cold callers, requests', target: atMost(1) },
  secretHourRequestsShare: {
    what: 'an hour of refreshes, requests over what TTL and batches ask for',
    target: atMost(1),
  },
  secretHourHeapRatio: {
    what: 'an hour of refreshes, heap after a collection, end over start',
    target: atMost(1.05),
  },
  agentHitsPerCpuSecond: {
    what: 'kms agent, hits a second of its processor time, 32 at once',
    target: atLeast(10_000),
  },
  outageWaits: { what: 'KMS throttled, then away: reads that waited', target: atMost(0) },
  outageOverHitMs: { what: 'the same, reads at the 99.99th percentile minus hits', target: atMost(5) },
  outageStaleAfterRefresh: { what: 'KMS back: old values after one refresh', target: atMost(0) },
  endOverStartCost: { what: 'a call at the end of many, over one at the start', target: atMost(1.05) },
  clientMemoryGrowthMb: { what: 'memory of the client, end minus start' },
  serverMemoryGrowthMb: { what: 'memory of the local KMS, end minus start' },
  localReadyMemoryMs: { what: 'local KMS in memory, ready' },
  localReadyDataMs: { what: 'local KMS on its files, ready' },
  localIdleMb: { what: 'local KMS, memory when it is ready' },
  importMs: { what: "import 'alibabacloud-kms-sdk'" },
  oursFirstCallMs: { what: 'a process that makes one Encrypt, from start to end' },
  firstCallOverGo: { what: 'the same, over that of the Go SDK' },
  firstCallOverPython: { what: 'the same, over that of the Python SDK', target: atMost(0.5) },
  importEnvelopeOverClientMs: { what: 'import of its entry envelope after it', target: atMost(5) },
  importSecretsOverClientMs: { what: 'import of its entry secrets after it', target: atMost(5) },
};

const units = { Us: ' µs', Ms: ' ms', Mb: ' MB' };
const unit = (key) => units[key.slice(-2)] ?? '';

/** Why a peer was not measured. */
const missing = {
  pythonMissing: 'The Python SDK',
  goMissing: 'The Go SDK',
  envelopeAwsMissing: '@aws-crypto/client-node',
  envelopePythonMissing: 'The Encryption SDK for Python',
  pythonSecretMissing: 'The secret cache for Python',
};

export function table(results) {
  const { machine, runtime, commit, date } = results;
  const measured = Object.entries(figures).filter(([key]) => results[key] !== undefined);
  const rows = measured.map(([key, { what, target }]) => {
    const value = results[key];
    const shown = value === null ? 'missing' : `${value.toFixed(2)}${unit(key)}`;
    const verdict = target && value !== null ? (target.reached(value) ? 'reached' : 'not reached') : '';
    return [what, shown, target?.text ?? '', verdict];
  });
  const heads = ['what', 'measured', 'target', ''];
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const lines = [heads, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  const notes = [];
  if (results.enduranceCalls) {
    const number = (value) => value.toLocaleString('en');
    notes.push(`Many calls: ${number(results.enduranceCalls)} over ${number(results.enduranceKeys)} keys.`);
  }
  for (const [key, peer] of Object.entries(missing)) {
    if (results[key]) notes.push(`${peer} was not measured: ${results[key]}.`);
  }
  return [
    `${runtime}, ${machine.cpu}, ${machine.cores} cores, commit ${commit ?? 'unknown'}, ${date}`,
    '',
    ...lines,
    '',
    ...notes,
  ].join('\n');
}

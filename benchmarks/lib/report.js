// The figures that have a target, and the table of them.

const atMost = (limit) => ({ text: `≤ ${limit}`, reached: (value) => value <= limit });
const atLeast = (limit) => ({ text: `≥ ${limit}`, reached: (value) => value >= limit });
const moreThan = (limit) => ({ text: `> ${limit}`, reached: (value) => value > limit });

/** By key of the JSON: what it is, and what it has to be. Without a target it is for comparison. */
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
  npmPeerCpuRatio: { what: 'DescribeKey, processor time of @alicloud/kms20160120 over ours', target: moreThan(1) },
  npmPeerThroughputRatio: {
    what: 'DescribeKey, our throughput over that of @alicloud/kms20160120',
    target: moreThan(1),
  },
  endOverStartCost: { what: 'a call at the end of many, over one at the start', target: atMost(1.05) },
  clientMemoryGrowthMb: { what: 'memory of the client, end minus start' },
  serverMemoryGrowthMb: { what: 'memory of the local KMS, end minus start' },
  localReadyMemoryMs: { what: 'local KMS in memory, ready' },
  localReadyDataMs: { what: 'local KMS on its files, ready' },
  localIdleMb: { what: 'local KMS, memory when it is ready' },
  importMs: { what: "import 'alibabacloud-kms-sdk'" },
};

const unit = (key) => (key.endsWith('Ms') ? ' ms' : key.endsWith('Mb') ? ' MB' : '');

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
  if (results.pythonMissing) notes.push(`The Python SDK was not measured: ${results.pythonMissing}.`);
  return [
    `${runtime}, ${machine.cpu}, ${machine.cores} cores, commit ${commit ?? 'unknown'}, ${date}`,
    '',
    ...lines,
    '',
    ...notes,
  ].join('\n');
}

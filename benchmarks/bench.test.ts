import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const execute = promisify(execFile);
const program = join(import.meta.dirname, 'run.js');
const run = (...args: string[]) => execute(process.execPath, [program, '--built', ...args]);

/** Read by other programs, each with its own meaning, so the names are stable. */
const numbers = [
  'encryptCpuOverSignature',
  'encryptThroughputOverSigning',
  'encryptLatencyOverSignatureMs',
  'describeKeyCpuOverPost',
  'localCpuPerEncryptMs',
  'localReadyMemoryMs',
  'localReadyDataMs',
  'localIdleMb',
  'npmPeerCpuRatio',
  'npmPeerThroughputRatio',
  'envelopeEncryptCpuUs',
  'envelopeDecryptCpuUs',
  'streamEncryptOverBare',
  'streamBothOverBare',
  'secretHitUs',
  'secretHourRequestsShare',
  'secretHourHeapRatio',
  'agentHitsPerCpuSecond',
  'endOverStartCost',
  'importMs',
  'oursFirstCallMs',
  'importEnvelopeOverClientMs',
  'importSecretsOverClientMs',
];

test('npm run bench -- --json prints one object: figures, and what they were measured with', {
  timeout: 120_000,
}, async () => {
  const { stdout, stderr } = await run('--quick', '--json', '--calls', '1200');
  const results = JSON.parse(stdout);
  expect(results).toMatchObject({
    machine: { cpu: expect.any(String), cores: expect.any(Number) },
    runtime: `Node.js ${process.version}`,
    pythonCpuRatio: null,
    pythonThroughputRatio: null,
    pythonMissing: '--quick leaves it out',
    goCpuRatio: null,
    goMissing: '--quick leaves it out',
    firstCallOverGo: null,
    firstCallOverPython: null,
    envelopeAwsEncryptRatio: null,
    envelopeAwsMissing: '--quick leaves it out',
    envelopePythonEncryptRatio: null,
    envelopePythonMissing: '--quick leaves it out',
    pythonSecretHitRatio: null,
    pythonSecretMissing: '--quick leaves it out',
    secretColdRequests: 1,
    outageWaits: 0,
    outageStaleAfterRefresh: 0,
    enduranceCalls: 1200,
  });
  expect(Date.parse(results.date)).toBeLessThanOrEqual(Date.now());
  for (const name of numbers) {
    expect(results[name], name).toBeGreaterThan(0);
    expect(results[name], name).toBeLessThan(Number.POSITIVE_INFINITY);
  }
  // A call cannot cost less than the signature that it needs.
  expect(results.encryptCpuOverSignature).toBeGreaterThan(1);
  expect(results.encryptThroughputOverSigning).toBeLessThan(1);
  expect(stderr).toContain('Measuring endurance …');
});

test('a number of calls that is none is refused with the usage', async () => {
  await expect(run('--calls', 'many')).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^--calls many is no number of calls\n\nnpm run bench/),
  });
});

// Envelope encryption: short messages under a cached data key compared with other Encryption SDKs, and long streams compared
// with a bare cipher.
import { join } from 'node:path';
import { pythonWith } from '../../conformance/environments.js';
import { root } from '../../scripts/setup.js';
import { runOnce, startClient } from '../lib/client-process.js';
import { publicClient, withKeys } from '../lib/keys.js';
import { startKms } from '../lib/local-kms.js';
import { npmPackages, peerOr } from '../lib/peers.js';
import { inRounds, medianOf } from '../lib/statistics.js';

const pythonName = 'python-encryption-sdk';
const requirements = join(root, 'conformance', 'clients', pythonName, 'requirements.txt');
const awsPackage = '@aws-crypto/client-node@5.0.2';

export async function measureEnvelope(size) {
  const kms = await startKms();
  try {
    const facts = await withKeys(kms, 1);
    const client = publicClient(facts);
    const { keyMetadata } = await client.describeKey({ keyId: facts.keyIds[0] });
    await client.close();
    const withArn = { ...facts, keyArn: keyMetadata.arn };
    return { ...(await measureMessages(withArn, size)), ...(await measureStreams(withArn, size)) };
  } finally {
    await kms.stop();
  }
}

/** Figures of unavailable peers are null, and `envelopeAwsMissing` or `envelopePythonMissing` says why. */
async function measureMessages(facts, { rounds, messages, quick }) {
  const aws = await peerOr(quick, () => npmPackages('aws-encryption', [awsPackage]));
  const python = await peerOr(quick, () => pythonWith(pythonName, requirements));
  const ours = startClient('envelope.js', facts);
  const clients = { ours };
  if (aws.found) clients.aws = startClient('aws-encryption.cjs', { modules: aws.found });
  if (python.found) {
    const env = { PYTHONDONTWRITEBYTECODE: '1' };
    clients.python = startClient('python-encryption.py', facts, { interpreter: python.found, env });
  }
  const steps = Object.fromEntries(
    Object.entries(clients).flatMap(([name, client]) =>
      ['encrypt', 'decrypt'].map((task) => {
        const calls = name === 'ours' ? messages : Math.ceil(messages / 25);
        return [`${name} ${task}`, () => client.run(task, calls, 1)];
      }),
    ),
  );
  try {
    const results = await inRounds(rounds, steps);
    const cpuUs = (step) => (steps[step] ? medianOf(results, (round) => round[step].cpuMs) * 1_000 : null);
    const ratio = (name, task) =>
      clients[name] ? medianOf(results, (round) => round[`${name} ${task}`].cpuMs / round[`ours ${task}`].cpuMs) : null;
    return {
      envelopeAwsEncryptRatio: ratio('aws', 'encrypt'),
      envelopeAwsDecryptRatio: ratio('aws', 'decrypt'),
      envelopePythonEncryptRatio: ratio('python', 'encrypt'),
      envelopePythonDecryptRatio: ratio('python', 'decrypt'),
      envelopeEncryptCpuUs: cpuUs('ours encrypt'),
      envelopeDecryptCpuUs: cpuUs('ours decrypt'),
      ...(aws.found
        ? { awsEncryptCpuUs: cpuUs('aws encrypt'), awsDecryptCpuUs: cpuUs('aws decrypt') }
        : { envelopeAwsMissing: aws.missing }),
      ...(python.found
        ? { pythonEncryptCpuUs: cpuUs('python encrypt'), pythonDecryptCpuUs: cpuUs('python decrypt') }
        : { envelopePythonMissing: python.missing }),
    };
  } finally {
    for (const client of Object.values(clients)) await client.stop();
  }
}

/** Each in its own process, so that memory is that of one stream. */
async function measureStreams(facts, { streamRounds, streamMebibytes }) {
  const run = (what) => () => runOnce('stream.js', { ...facts, what, mebibytes: streamMebibytes });
  const steps = { bare: run('bare'), encrypt: run('encrypt'), bareBoth: run('bareBoth'), both: run('both') };
  const results = await inRounds(streamRounds, steps, 0);
  const perSecond = (step) => medianOf(results, (round) => streamMebibytes / (round[step].cpuMs / 1_000));
  return {
    streamEncryptOverBare: medianOf(results, ({ bare, encrypt }) => bare.cpuMs / encrypt.cpuMs),
    streamBothOverBare: medianOf(results, ({ bareBoth, both }) => bareBoth.cpuMs / both.cpuMs),
    streamEncryptMemoryMb: medianOf(results, ({ encrypt }) => encrypt.memoryMb),
    streamBothMemoryMb: medianOf(results, ({ both }) => both.memoryMb),
    streamMemoryGrowthMb: medianOf(results, ({ both }) => both.growthMb),
    streamMebibytes,
    streamEncryptMebibytesPerSecond: perSecond('encrypt'),
    bareEncryptMebibytesPerSecond: perSecond('bare'),
  };
}

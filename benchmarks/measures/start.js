// Start time of a local KMS, and its memory then. Milliseconds are from the start of the process to its
// line of JSON, or from the call to its result; MB are RSS.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicClient } from '../lib/keys.js';
import { cli, startProgram, stopProgram } from '../lib/local-kms.js';

const atOnce = 32;
const calls = 200;

const megabytesOf = ({ pid }) => Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`])) / 1024;

async function callOften(facts) {
  const client = publicClient(facts);
  const { keyId } = (await client.createKey()).keyMetadata;
  for (let call = 1; call < calls; call += 1) await client.describeKey({ keyId });
  await client.close();
}

/** The number that a program prints. */
async function numberOf(program) {
  const { line, child } = await startProgram('--input-type=module', '--eval', program);
  await once(child, 'exit');
  return Number(line);
}

/** For a program that has loaded the module, and starts `count` at once. */
async function startInProcess(count) {
  const program = `
    const { startLocalKms } = await import('alibabacloud-kms-local');
    const start = performance.now();
    const started = await Promise.all(Array.from({ length: ${count} }, () => startLocalKms()));
    console.log(performance.now() - start);
    await Promise.all(started.map((kms) => kms.close()));`;
  return numberOf(program);
}

/** How long it takes to load a module in a program that has done nothing else yet. */
async function importInProcess(name) {
  const program = `
    const start = performance.now();
    await import('${name}');
    console.log(performance.now() - start);`;
  return numberOf(program);
}

/** How much longer it takes with an additional entry of the same package. */
async function importAfterClient(entry) {
  const program = `
    await import('alibabacloud-kms-sdk');
    const start = performance.now();
    await import('alibabacloud-kms-sdk/${entry}');
    console.log(performance.now() - start);`;
  return numberOf(program);
}

/** @returns the results of each round, by name */
export async function measureStart({ rounds }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'kms-benchmark-'));
  const values = {
    localReadyMemoryMs: [],
    localReadyDataMs: [],
    localReadyInProcessMs: [],
    localReady32InProcessMs: [],
    localIdleMb: [],
    localIdleAfter200CallsMb: [],
    importMs: [],
    importEnvelopeOverClientMs: [],
    importSecretsOverClientMs: [],
  };
  try {
    // Round 0 creates the data directory and does not count. Alternately, so that other load on the machine affects all alike.
    for (let round = 0; round <= rounds; round += 1) {
      const memory = await startProgram(cli, '--memory', '--json');
      const idleMb = megabytesOf(memory.child);
      await callOften(JSON.parse(memory.line));
      const usedMb = megabytesOf(memory.child);
      await stopProgram(memory.child);
      const data = await startProgram(cli, '--data', dataDir, '--json');
      await stopProgram(data.child);
      const found = {
        localReadyMemoryMs: memory.ms,
        localReadyDataMs: data.ms,
        localReadyInProcessMs: await startInProcess(1),
        localReady32InProcessMs: await startInProcess(atOnce),
        localIdleMb: idleMb,
        localIdleAfter200CallsMb: usedMb,
        importMs: await importInProcess('alibabacloud-kms-sdk'),
        importEnvelopeOverClientMs: await importAfterClient('envelope'),
        importSecretsOverClientMs: await importAfterClient('secrets'),
      };
      if (round > 0) for (const [name, value] of Object.entries(found)) values[name].push(value);
    }
    return values;
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

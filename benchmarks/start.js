// How long a local KMS takes to be ready, and what it occupies then: `npm run build && node benchmarks/start.js [--json]`.
// Milliseconds are from the start of the process to its line of JSON, or from the call to its answer; MB are of RSS.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'alibabacloud-kms-sdk';

const rounds = 20;
const atOnce = 32;
const calls = 200;
const cli = fileURLToPath(new URL('../packages/local/dist/cli.js', import.meta.url));
// With NODE_EXTRA_CA_CERTS set, Node.js 20 reads all public CAs before it runs anything: 30 ms that are not ours.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const running = new Set();

/** @returns the milliseconds until its first line, the line, and the process, which still runs */
async function run(...args) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child.once('exit', () => running.delete(child)));
  const [data] = await once(child.stdout, 'data');
  return { ms: performance.now() - start, line: data.toString(), child };
}

async function stop(child) {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

const megabytesOf = ({ pid }) => Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`])) / 1024;

async function callOften(facts) {
  const { endpoint, regionId, accessKeyId, accessKeySecret } = facts;
  const ca = readFileSync(facts.caFile, 'utf8');
  const client = new Client({ openApiConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca } });
  const { keyId } = (await client.createKey()).keyMetadata;
  for (let call = 1; call < calls; call += 1) await client.describeKey({ keyId });
  await client.close();
}

/** Of a program that has loaded the module, and starts `count` at once. */
async function startInProcess(count) {
  const program = `
    const { startLocalKms } = await import('alibabacloud-kms-local');
    const start = performance.now();
    const started = await Promise.all(Array.from({ length: ${count} }, () => startLocalKms()));
    console.log(performance.now() - start);
    await Promise.all(started.map((kms) => kms.close()));`;
  const { line, child } = await run('--input-type=module', '--eval', program);
  await once(child, 'exit');
  return Number(line);
}

const dataDir = mkdtempSync(join(tmpdir(), 'kms-benchmark-'));
const values = {
  localReadyMemoryMs: [],
  localReadyDataMs: [],
  localReadyInProcessMs: [],
  localReady32InProcessMs: [],
  localIdleMb: [],
  localIdleAfter200CallsMb: [],
};
try {
  // Round 0 makes the data directory and is not counted. In turns, so that whatever else this machine does meets all alike.
  for (let round = 0; round <= rounds; round += 1) {
    const memory = await run(cli, '--memory', '--json');
    const idleMb = megabytesOf(memory.child);
    await callOften(JSON.parse(memory.line));
    const usedMb = megabytesOf(memory.child);
    await stop(memory.child);
    const data = await run(cli, '--data', dataDir, '--json');
    await stop(data.child);
    const one = await startInProcess(1);
    const many = await startInProcess(atOnce);
    if (round === 0) continue;
    values.localReadyMemoryMs.push(memory.ms);
    values.localReadyDataMs.push(data.ms);
    values.localReadyInProcessMs.push(one);
    values.localReady32InProcessMs.push(many);
    values.localIdleMb.push(idleMb);
    values.localIdleAfter200CallsMb.push(usedMb);
  }
} finally {
  for (const child of running) child.kill();
  rmSync(dataDir, { recursive: true });
}

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};
const figures = (numbers) =>
  Object.fromEntries(
    Object.entries({ median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) }).map(
      ([name, value]) => [name, Number(value.toFixed(1))],
    ),
  );
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model.trim(),
  cores: availableParallelism(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname })
    .toString()
    .trim(),
  rounds,
};
const results = Object.fromEntries(Object.entries(values).map(([name, numbers]) => [name, figures(numbers)]));
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ ...machine, ...results }));
} else {
  const { node, cpu, cores, commit } = machine;
  console.log(`Node.js ${node}, ${cpu}, ${cores} cores, commit ${commit}, ${rounds} rounds`);
  for (const [name, { median, min, max }] of Object.entries(results)) {
    console.log(`${name.padEnd(26)} median ${median}, min ${min}, max ${max}`);
  }
}

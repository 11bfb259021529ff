import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { folder, readResult, start, type Target, targetFlags } from './bench.js';

const localCommand = fileURLToPath(new URL('../../../local/dist/cli.js', import.meta.url));

/** A local KMS in a process of its own, which can be paused. */
async function startProcess() {
  const seed = join(folder(), 'kms.json');
  writeFileSync(seed, JSON.stringify({ keys: [{ id: 'key-app' }] }));
  const child = spawn(process.execPath, [localCommand, '--memory', '--json', '--seed', seed]);
  onTestFinished(async () => {
    const ended = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    await ended;
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, target: JSON.parse(line) as Target };
}

test('under a rate, the stall of a paused server is in the response times of all calls that were due meanwhile', async () => {
  const { child: server, target } = await startProcess();
  const json = join(folder(), 'run.json');
  const flags = ['--case=encrypt', '--key_id=key-app', '--rate=50', '--duration=6', '--concurrence_nums=4'];
  const bench = start([...targetFlags(target), ...flags, '--json', json]);
  const [paused, goOn] = [bench.line(/ Time_1:/), bench.line(/ Time_3:/)];
  await paused;
  server.kill('SIGSTOP');
  await goOn;
  server.kill('SIGCONT');
  expect((await bench.ended).code).toBe(0);
  const { total, unstarted } = readResult(json);
  expect(total.counts).toMatchObject({ requests: 300, responses: 300, codes: {} });
  expect(unstarted).toBe(0);
  // Two of six seconds: a third of the calls was due then, and waited a second on average. Only four of them were sent.
  expect(total.responseUs?.p75).toBeGreaterThan(300_000);
  expect(total.responseUs?.p90).toBeGreaterThan(1_000_000);
  expect(total.serviceUs.p90).toBeLessThan(300_000);
  expect(total.serviceUs.max).toBeGreaterThan(1_500_000);
});

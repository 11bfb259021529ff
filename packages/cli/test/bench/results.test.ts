import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BenchResult } from '../../src/bench/result.js';
import { folder, measure, run, startKms, targetFlags } from './bench.js';

async function measureWith(delayMs: number, more: string[] = []): Promise<BenchResult> {
  const kms = await startKms();
  kms.faults.add({ api: 'Encrypt', delayMs });
  const flags = ['--case=encrypt', '--key_id=key-app', '--concurrence_nums=2', '--period=200ms', '--duration=2'];
  return (await measure([...targetFlags(kms), ...flags, ...more])).result;
}

function save(...results: object[]): string[] {
  const path = folder();
  return results.map((result, index) => {
    const file = join(path, `${index}.json`);
    writeFileSync(file, JSON.stringify(result));
    return file;
  });
}

describe('results of kms bench', () => {
  test('compare tells a difference from noise, and sets the exit code', async () => {
    const [fast, slow] = [await measureWith(20), await measureWith(120)];
    const files = save(fast, slow);
    const { code, stdout } = await run(['compare', ...files, '--json', '--max-regression=20']);
    expect(code).toBe(1);
    const { metrics } = JSON.parse(stdout);
    const [tps, p50] = ['tps', 'p50'].map((name) => metrics.find(({ metric }: { metric: string }) => metric === name));
    expect(tps).toMatchObject({ verdict: 'worse', noise: expect.any(Number) });
    // What is shown is what is judged: once 'no difference' stood beside a change of -88 %.
    expect(p50).toMatchObject({ verdict: 'worse' });
    expect(p50.change).toBeCloseTo(p50.b / p50.a - 1, 6);
    expect(p50.change).toBeGreaterThan(0.5);

    const again = await run(['compare', files[0] as string, files[0] as string, '--max-regression=0']);
    expect(again.code).toBe(0);
    expect(again.stdout).not.toMatch(/better|worse/);
    expect(again.stdout).toMatch(/^tps .* no difference$/m);

    const faster = await run(['compare', ...files.toReversed(), '--max-regression=0']);
    expect([faster.code, faster.stdout.match(/^tps .*/m)?.[0]]).toEqual([0, expect.stringMatching(/better$/)]);
  });

  test('merge adds up calls and takes percentiles of all of them', async () => {
    const [fast, slow] = [await measureWith(30), await measureWith(120)];
    const at = { startedAt: fast.startedAt };
    const { code, stdout } = await run(['merge', ...save(fast, { ...slow, ...at }), '--json']);
    expect(code).toBe(0);
    const merged = JSON.parse(stdout) as BenchResult;
    const [a, b] = [fast.total, slow.total];
    expect(merged.merged).toBe(2);
    expect(merged.warnings.join()).not.toContain('same time');
    expect(merged.total.counts.responses).toBe(a.counts.responses + b.counts.responses);
    expect(merged.settings.concurrency).toBe(4);
    expect(merged.total.serviceUs.min).toBe(Math.min(a.serviceUs.min, b.serviceUs.min));
    expect(merged.total.serviceUs['p99.99']).toBe(Math.max(a.serviceUs['p99.99'], b.serviceUs['p99.99']));
    const [period] = merged.periods;
    expect(period?.counts.requests).toBe(
      (fast.periods[0]?.counts.requests ?? 0) + (slow.periods[0]?.counts.requests ?? 0),
    );
  });

  test('merge says when runs were not made at the same time, and refuses what does not add up', async () => {
    const result = await measureWith(10);
    const later = { ...result, startedAt: new Date(Date.parse(result.startedAt) + 60_000).toISOString() };
    expect((await run(['merge', ...save(result, later)])).stdout).toContain('not made at the same time');
    const other = { ...result, settings: { ...result.settings, dataSize: 64 } };
    const refused = await run(['merge', ...save(result, other)]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('differ in dataSize, 32 and 64')]);
  });

  test('thresholds that are kept end with 0, others with 1', async () => {
    const flags = [...targetFlags(await startKms()), '--case=encrypt', '--key_id=key-app', '--requests=40'];
    const kept = await run([...flags, '--threshold=errors<=0%', '--threshold=encrypt:p50<30s']);
    expect([kept.code, kept.stdout.match(/^(ok|FAILED)/gm)]).toEqual([0, ['ok', 'ok']]);
    const failed = await run([...flags, '--threshold=errors<=0', '--threshold=p50<1us']);
    expect([failed.code, failed.stdout.match(/^(ok|FAILED)/gm)]).toEqual([1, ['ok', 'FAILED']]);
  });

  test.each([
    ['something that is no JSON', 'nothing of value'],
    ['another JSON', '{"format":"k6"}'],
    ['a result of the future', '{"format":"kms-bench","version":2}'],
  ])('%s is refused by name', async (_, text) => {
    const file = join(folder(), 'run.json');
    writeFileSync(file, text);
    const { code, stderr } = await run(['compare', file, file]);
    expect([code, stderr]).toEqual([3, expect.stringContaining(file)]);
  });
});

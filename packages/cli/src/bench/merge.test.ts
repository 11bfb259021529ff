import { expect, test } from 'vitest';
import { noCounts } from './measure/counts.js';
import { newHistogram } from './measure/histogram.js';
import { measuredOf } from './measure/measured.js';
import { MergeError, merge } from './merge.js';
import type { BenchResult } from './result.js';

const elapsedMs = 1000;

function resultOf(timesMs: number[], change: Partial<BenchResult> = {}): BenchResult {
  const service = newHistogram();
  for (const ms of timesMs) service.recordValue(ms * 1000);
  const counts = {
    ...noCounts(),
    requests: timesMs.length,
    responses: timesMs.length,
    clientErrors: 1,
    codes: { X: 1 },
  };
  const total = measuredOf({ counts, service }, elapsedMs);
  return {
    format: 'kms-bench',
    version: 1,
    startedAt: '2030-01-31T00:00:00.000Z',
    elapsedMs,
    interrupted: false,
    settings: {
      case: 'encrypt',
      endpoint: 'kst-a',
      local: false,
      dataSize: 32,
      concurrency: 8,
      processes: 1,
      rampMs: 0,
      warmupMs: 0,
      periodMs: 1000,
    },
    machine: { platform: 'linux x64', cpu: 'any', cores: 8, memoryBytes: 1, node: 'v20' },
    total,
    operations: { encrypt: total },
    periods: [{ ...total, startMs: 0, lengthMs: elapsedMs }],
    unstarted: 0,
    proofs: { right: 10, wrong: 0, unknown: 0, reasons: [] },
    client: { eventLoopBusy: 0.2, eventLoopLateMs: 1, cpuCores: 0.2, machineBusy: 0.1 },
    warnings: [],
    thresholds: [],
    ...change,
  };
}

test('percentiles of merged runs are of all their calls: neither the mean nor the worst of theirs', () => {
  const fast = resultOf(Array.from({ length: 90 }, () => 10));
  const slow = resultOf(Array.from({ length: 10 }, () => 100));
  const { total, operations, periods, settings, client } = merge([fast, slow]);
  for (const measured of [total, operations.encrypt, periods[0]]) {
    expect(measured).toMatchObject({ tps: 100, counts: { responses: 100, clientErrors: 2, codes: { X: 2 } } });
    expect(measured?.serviceUs.p90).toBeLessThan(11_000);
    expect(measured?.serviceUs.p95).toBeGreaterThan(99_000);
    expect(measured?.serviceUs.mean).toBeCloseTo(19_000, -2);
  }
  expect(settings).toMatchObject({ concurrency: 16, processes: 2 });
  expect(client).toMatchObject({ eventLoopBusy: 0.2, cpuCores: 0.4 });
});

test('runs that overlap by less than nine tenths are merged with a warning', () => {
  const later = (ms: number) => resultOf([1], { startedAt: new Date(Date.UTC(2030, 0, 31) + ms).toISOString() });
  expect(merge([resultOf([1]), later(50)]).warnings).toEqual([]);
  expect(merge([resultOf([1]), later(200)]).warnings).toHaveLength(1);
});

test('a run at a rate and one without do not add up', () => {
  const open = resultOf([1]);
  const rated = { ...open, settings: { ...open.settings, rate: { from: 1, to: 1 } } };
  expect(() => merge([open, rated])).toThrow(MergeError);
});

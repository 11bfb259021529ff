import { expect, test } from 'vitest';
import type { PeriodReport } from '../load/messages.js';
import type { Period } from '../result.js';
import { Collector } from './collector.js';
import { Recorder } from './recorder.js';

function report(index: number, calls: Record<string, number[]>): PeriodReport {
  const recorder = new Recorder(false);
  for (const [operation, times] of Object.entries(calls)) {
    for (const serviceUs of times) {
      recorder.began(operation);
      const error = serviceUs === 13 ? ({ kind: 'limitExceeded', code: 'Rejected.Throttling' } as const) : undefined;
      recorder.ended(operation, { serviceUs, error });
    }
  }
  return { index, startMs: index * 1000, lengthMs: 1000, slices: recorder.take() };
}

test('what two processes measured in a period is added up once, by operation and in all', () => {
  const seen: Period[] = [];
  const collector = new Collector(2, false, (period) => seen.push(period));
  collector.add(report(0, { encrypt: [100, 200], sign: [13] }));
  collector.add(report(1, { encrypt: [400] }));
  expect(seen).toEqual([]);
  collector.add(report(0, { encrypt: [300] }));
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ tps: 4, counts: { requests: 4, responses: 4, limitExceeded: 1 } });
  collector.end();
  expect(seen).toHaveLength(2);
  expect(collector.total.counts).toMatchObject({ responses: 5, codes: { 'Rejected.Throttling': 1 } });
  expect(collector.total.service.totalCount).toBe(5);
  const { encrypt, sign } = collector.operations(2000);
  expect(encrypt).toMatchObject({
    tps: 2,
    counts: { responses: 4, limitExceeded: 0 },
    serviceUs: { min: 100, max: 400 },
  });
  expect(sign?.counts).toMatchObject({ responses: 1, limitExceeded: 1 });
});

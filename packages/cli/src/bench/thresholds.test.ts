import { describe, expect, test } from 'vitest';
import { noCounts } from './measure/counts.js';
import { newHistogram } from './measure/histogram.js';
import { measuredOf } from './measure/measured.js';
import { judge, parseThreshold, ThresholdError } from './thresholds.js';

function measured(timesMs: number[], clientErrors = 0) {
  const service = newHistogram();
  for (const ms of timesMs) service.recordValue(ms * 1000);
  const counts = { ...noCounts(), requests: timesMs.length, responses: timesMs.length, clientErrors };
  return measuredOf({ counts, service }, 1000);
}

describe('thresholds', () => {
  const total = measured([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 1);
  const run = { total, operations: { encrypt: measured([1]), sign: measured([100]) } };

  test.each([
    ['p90<9.1ms', true],
    ['p90<8.9ms', false],
    ['p50 <= 6', true],
    ['max<1s', true],
    ['avg>5ms', true],
    ['tps>=10', true],
    ['tps>10', false],
    ['errors<=10%', true],
    ['errors<10%', false],
    ['errors<=1', true],
    ['errors<1', false],
    ['encrypt:p99<2ms', true],
    ['sign:p99<2ms', false],
    ['decrypt:p99<2ms', false],
  ])('%s: %s', (text, ok) => {
    expect(judge([parseThreshold(text)], run)[0]?.ok).toBe(ok);
  });

  test('say what it was', () => {
    expect(judge([parseThreshold('errors<1%')], run)[0]?.actual).toBe('10.0 %');
    expect(judge([parseThreshold('decrypt:p99<2ms')], run)[0]?.actual).toBe('no call ended');
  });

  test.each(['p99', 'p98<1ms', 'tps>5%', 'errors<1ms', 'p99<<1ms', 'speed>1', ''])('%j is none', (text) => {
    expect(() => parseThreshold(text)).toThrow(ThresholdError);
  });
});

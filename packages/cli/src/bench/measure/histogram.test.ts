import { expect, test } from 'vitest';
import { decodeHistogram, encodeHistogram, newHistogram, timesOf } from './histogram.js';

test('percentiles are right to a thousandth, also of times beyond a minute', () => {
  const histogram = newHistogram();
  for (let us = 1; us <= 100_000; us += 1) histogram.recordValue(us);
  histogram.recordValue(200_000_000);
  const times = timesOf(histogram);
  const expected = { p50: 50_000, p90: 90_000, p99: 99_000, 'p99.9': 99_900, 'p99.99': 99_990, max: 200_000_000 };
  for (const [name, us] of Object.entries(expected)) {
    const actual = times[name as keyof typeof times];
    expect(Math.abs(actual / us - 1), name).toBeLessThan(0.0011);
  }
  expect(times.min).toBe(1);
});

test('a histogram is the same after its way through a file', () => {
  const histogram = newHistogram();
  for (const us of [3, 500, 500, 70_000, 5_000_000, 90_000_000]) histogram.recordValue(us);
  const again = decodeHistogram(encodeHistogram(histogram));
  const { max, ...times } = timesOf(again);
  expect({ ...times, max: 90_000_000 }).toEqual(timesOf(histogram));
  expect(max / 90_000_000 - 1).toBeLessThan(0.001);
  again.add(histogram);
  expect(again.totalCount).toBe(12);
});

test('of nothing, all times are 0', () => {
  expect(new Set(Object.values(timesOf(newHistogram())))).toEqual(new Set([0]));
});

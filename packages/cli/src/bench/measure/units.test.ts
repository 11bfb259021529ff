import { expect, test } from 'vitest';
import { formatUs, parseTimeUs } from './units.js';

test.each([
  ['20ms', 20_000],
  ['1.5s', 1_500_000],
  ['250us', 250],
  ['250µs', 250],
  ['10m', 600_000_000],
  ['7', 7_000],
])('%s is %i µs', (text, us) => {
  expect(parseTimeUs(text, 'ms')).toBe(us);
});

test.each(['', 'ms', '-1ms', '1 000', '5 parsecs'])('%j is no time', (text) => {
  expect(parseTimeUs(text, 'ms')).toBeUndefined();
});

test.each([
  [412, '412 µs'],
  [1_234, '1.23 ms'],
  [10_840, '10.8 ms'],
  [206_000, '206 ms'],
  [1_254_000, '1.25 s'],
])('%i µs are written %s', (us, text) => {
  expect(formatUs(us)).toBe(text);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs, formatInterval, parseInterval, parseKeyRotationInterval } from './rotation.js';

test('an interval is a count with d, h, m or s', () => {
  expect(['7d', '168h', '10080m', '604800s'].map(parseInterval)).toEqual(Array(4).fill(7 * dayMs));
  for (const text of ['', '7', 'd', '-7d', '7.5d', '7 d', '7w', '7d ', '7D'])
    expect(parseInterval(text)).toBeUndefined();
});

test('an interval is read as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (seconds) => {
      expect(parseInterval(formatInterval(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});

test('keys are rotated every 7 to 730 days', () => {
  for (const text of ['7d', '730d', '168h']) expect(parseKeyRotationInterval(text)).toBeDefined();
  for (const text of ['604799s', '6d', '731d', '17521h']) expect(parseKeyRotationInterval(text)).toBeUndefined();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayMs,
  formatInterval,
  parseInterval,
  parseKeyRotationInterval,
  rotationTimes,
  skipMissed,
} from './rotation.js';

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

const weekly = { next_rotation_at: 7 * dayMs, rotation_interval: '604800s' };
const days = (times: number[]) => times.map((time) => time / dayMs);

test('40 days at 7d are five rotations, the next one on day 42', () => {
  const { dueAt, nextAt } = rotationTimes(weekly, 40 * dayMs, 1000);
  expect(days(dueAt)).toEqual([7, 14, 21, 28, 35]);
  expect(nextAt).toBe(42 * dayMs);
  expect(days(rotationTimes(weekly, 7 * dayMs, 1000).dueAt)).toEqual([7]);
});

test('of more rotations than are wanted the last are made, and an even number is left out', () => {
  for (let count = 1; count <= 30; count += 1) {
    const { dueAt, nextAt } = rotationTimes(weekly, (7 * count + 3) * dayMs, 10);
    expect(dueAt.at(-1)).toBe(7 * count * dayMs);
    expect(nextAt).toBe(7 * (count + 1) * dayMs);
    expect((count - dueAt.length) % 2).toBe(0);
    expect(dueAt.length).toBe(count <= 10 ? count : 10 + (count % 2));
  }
});

test('what was missed while it could not happen is due once', () => {
  expect(skipMissed(weekly, 40 * dayMs)).toEqual({ next_rotation_at: 35 * dayMs });
  expect(skipMissed(weekly, 6 * dayMs)).toEqual({});
  expect(skipMissed({ ...weekly, next_rotation_at: null }, 40 * dayMs)).toEqual({});
});

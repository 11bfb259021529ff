import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTime, timeOf } from './shapes.js';

test('every time that a Date can hold comes back from an export', () => {
  const latest = 8_640_000_000_000_000;
  fc.assert(fc.property(fc.integer({ min: -latest, max: latest }), (ms) => timeOf(formatTime(ms), 0) === ms));
});

test.each([
  ['2026-01-31T00:00:00Z', Date.UTC(2026, 0, 31)],
  ['2026-01-31T00:00:00.250Z', Date.UTC(2026, 0, 31, 0, 0, 0, 250)],
  ['2026-01-31T08:00+08:00', Date.UTC(2026, 0, 31)],
  ['+7d', 1000 + 604_800_000],
  ['-90m', 1000 - 5_400_000],
  ['+0s', 1000],
])('%s is a time', (text, ms) => expect(timeOf(text, 1000)).toBe(ms));

test.each([
  '',
  '7d',
  '+7',
  '+7w',
  '+1.5d',
  'now',
  '2026-01-31',
  '2026-01-31T00:00:00',
  '2026-01-31 00:00:00Z',
  '1769817600',
])('%j is none', (text) => expect(timeOf(text, 1000)).toBeNaN());

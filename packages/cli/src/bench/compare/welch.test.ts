import { expect, test } from 'vitest';
import { criticalT, differenceOf } from './welch.js';

test.each([
  [1, 12.706],
  [10, 2.228],
  [30, 2.042],
  [60, 2.0003],
  [1000, 1.9623],
])('with %i degrees of freedom the bound of 95 %% is %d', (degrees, bound) => {
  expect(criticalT(degrees)).toBeCloseTo(bound, 2);
});

test('the interval is that of Welch', () => {
  // Means 20 and 26, variances 10 and 40 of five values each: standard error √10, 5.88 degrees of freedom, rounded down to 5.
  const a = [16, 18, 20, 22, 24];
  const b = [18, 22, 26, 30, 34];
  const { value, margin } = differenceOf(a, b);
  expect(value).toBe(6);
  expect(margin).toBeCloseTo(2.571 * Math.sqrt(10), 6);
});

test('equal values have no noise, and a single one cannot be told from it', () => {
  expect(differenceOf([5, 5, 5], [6, 6, 6])).toEqual({ value: 1, margin: 0 });
  expect(differenceOf([5], [6, 6]).margin).toBe(Number.POSITIVE_INFINITY);
});

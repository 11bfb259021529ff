import { expect, test } from 'vitest';
import { shareOf } from './plan.js';

test.each([
  [10, 3, [4, 3, 3]],
  [2, 4, [1, 1, 0, 0]],
  [32, 2, [16, 16]],
])('%i among %i processes are %j', (whole, of, shares) => {
  expect(Array.from({ length: of }, (_, index) => shareOf(whole, { index, of }))).toEqual(shares);
});

import { expect, test } from 'vitest';
import { RateSearch } from './rate-search.js';

function search(capacity: number, first?: number) {
  const rates = new RateSearch(first);
  let steps = 0;
  for (let rate = rates.next(); rate !== undefined; rate = rates.next()) {
    rates.tried(rate, rate <= capacity);
    steps += 1;
  }
  return { best: rates.best, steps };
}

test.each([3, 20, 80, 777, 5_000, 20_000])('finds a highest rate of %i, to within 5 %% or 1', (capacity) => {
  const { best, steps } = search(capacity);
  expect(best).toBeLessThanOrEqual(capacity);
  expect(best).toBeGreaterThanOrEqual(Math.min(capacity - 2, capacity / 1.06));
  expect(steps).toBeLessThanOrEqual(20);
});

test('says 0 when no rate is low enough', () => {
  expect(search(0).best).toBe(0);
});

test('begins where it is told to', () => {
  expect(new RateSearch(400).next()).toBe(400);
});

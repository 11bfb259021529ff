import { expect, test } from 'vitest';
import { drawsOf } from './faults.js';

test('the same seed draws the same numbers, today and in a later version', () => {
  const draw = drawsOf(1);
  expect([draw(), draw(), draw()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

test('numbers are spread evenly from 0 to 1', () => {
  const draw = drawsOf(42);
  const counts = new Array(10).fill(0);
  for (let count = 0; count < 10_000; count += 1) counts[Math.floor(draw() * 10)] += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

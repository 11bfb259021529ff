import { expect, test } from 'vitest';
import { turns } from './mix.js';

test('a mix keeps its shares in every stretch, and two runs make the same calls', () => {
  const mix = [
    { operation: 'encrypt', weight: 5 },
    { operation: 'decrypt', weight: 2 },
    { operation: 'sign', weight: 1 },
  ];
  const [next, again] = [turns(mix), turns(mix)];
  const calls = Array.from({ length: 80 }, next);
  for (let start = 0; start + 8 <= calls.length; start += 8) {
    const stretch = calls.slice(start, start + 8);
    expect(mix.map(({ operation }) => stretch.filter((call) => call === operation).length)).toEqual([5, 2, 1]);
  }
  expect(Array.from({ length: 80 }, again)).toEqual(calls);
});

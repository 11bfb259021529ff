import { expect, test } from 'vitest';
import { cases } from './names.js';
import { operations } from './operations.js';

test('the cases of the command line are the operations that there are, with what they need', () => {
  const needs = Object.entries(operations).map(([name, { needs }]) => [name, needs]);
  expect(Object.fromEntries(needs)).toEqual(cases);
});

import { expect, test } from 'vitest';
import { NonceMemory } from './nonces.js';

test('a nonce is new once', () => {
  const nonces = new NonceMemory(1_000);
  expect(nonces.use('a', 0)).toBe(true);
  expect(nonces.use('a', 999)).toBe(false);
  expect(nonces.use('b', 999)).toBe(true);
});

test('a nonce is forgotten when its time is over', () => {
  const nonces = new NonceMemory(1_000);
  nonces.use('a', 0);
  expect(nonces.use('a', 1_000)).toBe(true);
});

test('when there is no room for more, the oldest nonce is forgotten', () => {
  const nonces = new NonceMemory(1_000, 2);
  for (const nonce of ['a', 'b', 'c']) nonces.use(nonce, 0);
  expect(nonces.use('c', 0)).toBe(false);
  expect(nonces.use('a', 0)).toBe(true);
});

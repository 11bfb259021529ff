import { expect, test } from 'vitest';
import { ttlInSecret } from './loader.js';
import { Secret } from './secret.js';

const ttlOf = (value: string | Uint8Array, field = 'ttl') =>
  ttlInSecret(new Secret({ name: 'app/db', versionId: 'v1', value }), field);

test.each([
  ['{"ttl":60000}', 60_000],
  [' {"ttl":60000.5}', 60_000.5],
  ['{"ttl":60}', 1000],
  ['{"ttl":1e99}', 2 ** 31 - 1],
])('%s has a TTL of %d ms', (text, ttlMs) => {
  expect(ttlOf(text)).toBe(ttlMs);
});

// The Python client accepts "60000" at first and fails at the second read; it fails at once on a list, a number or null.
test.each([
  '{"ttl":"60000"}',
  '{"ttl":0}',
  '{"ttl":-1}',
  '{"ttl":null}',
  '{"a":1}',
  '[1]',
  '5',
  'null',
  'no JSON',
  '{"ttl":1',
])('%s has none', (text) => {
  expect(ttlOf(text)).toBeUndefined();
});

test('the field has the name that it was given; bytes have none', () => {
  expect(ttlOf('{"ttl":60000,"refreshMs":2000}', 'refreshMs')).toBe(2000);
  expect(ttlOf('{"ttl":60000}', 'refreshMs')).toBeUndefined();
  expect(ttlOf(Buffer.from('{"ttl":60000}'))).toBeUndefined();
});

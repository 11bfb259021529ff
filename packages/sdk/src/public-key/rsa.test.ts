import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { flipped, toHex } from '../../test/support/crypto-vectors.js';
import { encodePss, isPssOf } from './rsa.js';

test('a PSS encoding has one form for a digest and a salt', () => {
  const digest = randomBytes(32);
  const salt = randomBytes(32);
  const encoded = encodePss(digest, 256, salt);
  expect(encoded).toHaveLength(256);
  expect(toHex(encodePss(digest, 256, salt))).toBe(toHex(encoded));
  expect(isPssOf(digest, encoded)).toBe(true);
  for (let bit = 0; bit < 256 * 8; bit++) expect(isPssOf(digest, flipped(encoded, bit))).toBe(false);
});

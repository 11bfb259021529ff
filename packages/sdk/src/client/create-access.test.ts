import { expect, test } from 'vitest';
import { isClientKeyPassword } from '../model/access.js';
import { newClientKeyPassword } from './create-access.js';

test.each<[unknown, boolean]>([
  ['abcdefg1', true],
  ['abcdefg!', true],
  ['1234567!', true],
  ['a1'.repeat(32), true],
  ['abcdefgh', false],
  ['12345678', false],
  ['!!!!!!!!', false],
  ['abcde1!', false],
  [`a1${'x'.repeat(63)}`, false],
  ['pässwort1', false],
  [12345678, false],
])('%j is a password: %s', (password, expected) => {
  expect(isClientKeyPassword(password)).toBe(expected);
});

test('a new password is one, and another each time', () => {
  const passwords = Array.from({ length: 100 }, newClientKeyPassword);
  expect(passwords.every(isClientKeyPassword)).toBe(true);
  expect(new Set(passwords).size).toBe(100);
});

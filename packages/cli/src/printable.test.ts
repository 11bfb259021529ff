import { expect, test } from 'vitest';
import { printable, printableLines, quoted } from './printable.js';

test.each([
  ['\u001b]0;title\u0007\u001b[31mred', '\ufffd]0;title\ufffd\ufffd[31mred'],
  ['one\ntwo\r\nthree\tfour\u2028five', 'one two  three four five'],
  ['user\u202etxt.exe\u2066', 'user\ufffdtxt.exe\ufffd'],
  ['\u009b2J', '\ufffd2J'],
  ['Größe 密钥', 'Größe 密钥'],
])('%j moves no cursor, and turns no line around', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('lines stay lines', () => {
  expect(printableLines('a\u001b\nb\r\nc\n')).toBe('a\ufffd\nb\nc\n');
});

test('a long text is not quoted to its end', () => {
  expect(quoted('x'.repeat(1_000_000))).toBe(`${'x'.repeat(60)}…`);
});

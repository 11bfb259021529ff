import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from './text.js';

test.each([
  ['colours and cursor moves', '\u001b[31mred\u001b[0m\u009b2J', '\ufffd[31mred\ufffd[0m\ufffd2J'],
  ['lines', 'POST\n\r\n%2F\u2028a\u2029b\u0085c\td', 'POST %2F a b\ufffdc d'],
  ['marks of direction', 'a\u202egpj\u2066b\u200fc\u061cd', 'a\ufffdgpj\ufffdb\ufffdc\ufffdd'],
  ['half a character', 'a\ud83dz', 'a\ufffdz'],
  ['letters of any language', 'Größe 密钥 مفتاح 👩‍💻', 'Größe 密钥 مفتاح 👩‍💻'],
])('%s', (_, text, shown) => {
  expect(oneLine(text, 100)).toBe(shown);
});

test('a text of 10 MB is cut, also in the middle of a character', () => {
  expect(oneLine('x'.repeat(10_000_000), 5)).toBe('xxxxx…');
  expect(oneLine('1234👩', 5)).toBe('1234\ufffd…');
});

test('whatever it is given, it is one line that is not too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, maxChars) => {
      const shown = oneLine(text, maxChars);
      expect(shown.length).toBeLessThanOrEqual(maxChars + 1);
      expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    }),
  );
});

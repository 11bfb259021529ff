import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decode, detect, type Encoding, encode, encodings } from './encodings.js';

describe('encodings', () => {
  test.each(encodings)('%s bytes come back as they were, and are recognised', (encoding) => {
    for (let length = 24; length < 90; length += 1) {
      const bytes = randomBytes(length);
      const written = encode(bytes, encoding);
      expect(Buffer.from(decode(written, encoding, 'it'))).toEqual(bytes);
      const found = detect(written, 'it');
      expect([found.encoding, Buffer.from(found.bytes)]).toEqual([encoding, bytes]);
    }
  });

  test('text that is broken over lines is read as one', () => {
    const lines = Buffer.from('aGVs\r\nbG8=\n');
    expect(Buffer.from(detect(lines, 'it').bytes).toString()).toBe('hello');
    expect(Buffer.from(decode(Buffer.from('68 65 6c\n6c 6f\n'), 'hex', 'it')).toString()).toBe('hello');
  });

  test.each<[Encoding, string]>([
    ['hex', 'abc'],
    ['hex', 'zz'],
    ['base64', 'aGVsbG8*'],
    ['base64', 'aGVsbG9='],
    ['base64', ''],
  ])('what is no %s is refused: %s', (encoding, text) => {
    expect(() => decode(Buffer.from(text), encoding, 'the input')).toThrow(`the input is no ${encoding}`);
  });

  const bytes = Buffer.from('fbefbefbefbe00112233445566778899aabbccddeeff', 'hex');
  const base64 = bytes.toString('base64');
  test.each<[string, Buffer]>([
    ['base64url', Buffer.from(bytes.toString('base64url'))],
    ['a byte order mark', Buffer.from(`\ufeff${base64}\r\n`)],
    ['hex with colons', Buffer.from(`${bytes.toString('hex').replace(/..(?=.)/g, '$&:')}\n`)],
    ['UTF-16', Buffer.from(`\ufeff${base64}\r\n`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${base64}`, 'utf16le').swap16()],
  ])('a file with %s is read', (_, written) => {
    expect(Buffer.from(detect(written, 'it').bytes)).toEqual(bytes);
  });

  test('other text is a usage error, not a signature that is wrong', () => {
    for (const text of ['my signature!', '"AQID"', 'sig: aa:bb', 'AQ=ID']) {
      expect(() => detect(Buffer.from(text), 'the signature')).toThrow(
        'the signature is text, but neither hex nor base64',
      );
    }
  });
});

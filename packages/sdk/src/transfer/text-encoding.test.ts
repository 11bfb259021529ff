import { expect, test } from 'vitest';
import { textCodec } from './text-encoding.js';

const codec = (name: string) => textCodec(name, 'kmsConfig.encoding');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Results of `'…'.encode(name)` in Python 3.11. */
test.each([
  ['utf-8', 'é密😀', 'c3a9e5af86f09f9880'],
  ['UTF8', '\ufeffa', 'efbbbf61'],
  ['utf-16le', 'a密😀', '6100c65b3dd800de'],
  ['utf_16le', 'a', '6100'],
  ['latin1', 'é\x80ÿ', 'e980ff'],
  ['ISO-8859-1', 'é', 'e9'],
  ['ascii', 'a~', '617e'],
  ['gbk', 'a密钥', '61c3dcd4bf'],
  ['big5', '金鑰', 'aaf7c65f'],
  ['shift_jis', '鍵ｶ', '8caeb6'],
  ['euc-kr', '열쇠', 'bfadbce8'],
  ['koi8-r', 'ключ', 'cbccc0de'],
])('%s writes %j as %s, and reads it back', (name, text, bytes) => {
  expect(hex(codec(name).encode(text))).toBe(bytes);
  expect(codec(name).decode(Buffer.from(bytes, 'hex'))).toBe(text);
});

test('latin1 takes every byte', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(hex(codec('latin1').encode(codec('latin1').decode(bytes)))).toBe(hex(bytes));
});

test.each([
  ['latin1', '€'],
  ['ascii', 'é'],
  ['gbk', '😀'],
  ['utf-8', '\ud800'],
  ['utf-16le', 'a\udc00'],
  ['koi8-r', '密'],
])('%s does not have %j, and replaces nothing', (name, text) => {
  expect(() => codec(name).encode(text)).toThrow(RangeError);
});

test.each([
  ['utf-8', 'ff'],
  ['utf-16le', '00d8'],
  ['ascii', '80'],
  ['gbk', 'c3dc81'],
])('in %s the bytes %s are no text', (name, bytes) => {
  expect(() => codec(name).decode(Buffer.from(bytes, 'hex'))).toThrow(TypeError);
});

test.each(['klingon', 'hex', 'base64', 'gb18030', 'windows-1252', 'iso-2022-jp', 'utf-7', '', 8])(
  '%j is no encoding of text',
  (name) => {
    expect(() => textCodec(name, 'kmsConfig.encoding')).toThrow('kmsConfig.encoding must be');
  },
);

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { escapes } from './escapes.js';

const refuse = (why: string) => new Error(`it ${why}`);

/** Values that some program in this field has read wrongly. */
const values = [
  ...['plain', '', ' with spaces ', ' # no comment', 'a#b', "it's", '"', "'", '20261201', '["a"]', '{"a":"b"}'],
  ...[
    'a\\b',
    'a\\nb',
    '$HOME',
    '`date`',
    '$(date)',
    '!!',
    '%41',
    '*',
    '~',
    '&;|<>',
    'tab\t',
    '密码',
    '😀',
    '-n',
    '\u2028',
  ],
  ...['-----BEGIN KEY-----\nMIIB/+==\n-----END KEY-----\n', "it's a #1 (of x) & y"],
];

describe('what an escape writes is read as the value that it was', () => {
  test('by a shell', () => {
    const words = values.map((value) => escapes.shell(value, refuse));
    const output = execFileSync('sh', ['-c', `for word in ${words.join(' ')}; do printf '%s\\0' "$word"; done`]);
    expect(output.toString().split('\0').slice(0, -1)).toEqual(values);
  });

  test('by JSON', () => {
    expect(JSON.parse(`[${values.map((value) => escapes.json(value, refuse)).join()}]`)).toEqual(values);
  });

  test('by a URL, also where a password stands', () => {
    for (const value of values) {
      const written = escapes.url(value, refuse);
      expect(decodeURIComponent(written)).toBe(value);
      expect(decodeURIComponent(new URL(`postgres://app:${written}@db/app`).password)).toBe(value);
    }
  });

  test('by base64, also when it is bytes', () => {
    const bytes = Uint8Array.of(0, 255, 10);
    expect(Buffer.from(escapes.base64(bytes, refuse), 'base64')).toEqual(Buffer.from(bytes));
    expect(escapes.base64('密码', refuse)).toBe(Buffer.from('密码').toString('base64'));
  });

  test('from a .env file, by Node.js and a shell', () => {
    const text = values.map((value, index) => `V${index}=${escapes.dotenv(value, refuse)}\n`).join('');
    const parsed = parseEnv(text);
    expect(values.map((_, index) => parsed[`V${index}`])).toEqual(values);
    const folder = mkdtempSync(join(tmpdir(), 'kms-dotenv-'));
    writeFileSync(join(folder, '.env'), text);
    const print = values.map((_, index) => `printf '%s\\0' "$V${index}"`).join('\n');
    const output = execFileSync('sh', ['-c', `. ./.env\n${print}`], { cwd: folder });
    rmSync(folder, { recursive: true });
    expect(output.toString().split('\0').slice(0, -1)).toEqual(values);
  });
});

test.each([
  ['dotenv', `it's "canary"`],
  ['dotenv', "it's $HOME"],
  ['dotenv', 'a\\\\b'],
  ['dotenv', 'at the end \\'],
  ['dotenv', '$' + '{HOME}'],
  ['dotenv', 'a\r\nb'],
  ['dotenv', 'a\0b'],
  ['shell', 'a\0b'],
  ['shell', Uint8Array.of(1)],
  ['json', Uint8Array.of(1)],
  ['url', Uint8Array.of(1)],
] as const)('%s refuses what would be read as something else, and does not quote it: %j', (name, value) => {
  expect(() => escapes[name](value, refuse)).toThrow(/^it (has|is)/);
  try {
    escapes[name](value, refuse);
  } catch (error) {
    expect((error as Error).message).not.toMatch(/HOME|canary/);
  }
});

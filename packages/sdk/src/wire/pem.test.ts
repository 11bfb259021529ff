import { describe, expect, test } from 'vitest';
import { pemForms } from '../../test/support/pem-forms.js';
import { readOnePem, readPem, toPem } from './pem.js';

const der = new Uint8Array(100).map((_, index) => index * 7);
const pem = toPem('PUBLIC KEY', der);
const other = toPem('CERTIFICATE', Uint8Array.of(1, 2, 3));

describe('PEM is read', () => {
  test.each(Object.entries(pemForms))('%s', (_, form) => {
    expect(readOnePem(form(pem), ['PUBLIC KEY'])).toMatchObject({ label: 'PUBLIC KEY', der });
    expect(readPem(form(other + pem + pem), ['PUBLIC KEY']).map((block) => block.der)).toEqual([der, der]);
  });

  test('without looking into blocks that nobody asked for', () => {
    const broken = '-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n';
    expect(readOnePem(broken + pem, ['PUBLIC KEY']).line).toBe(4);
    expect(readPem(other, ['PUBLIC KEY'])).toEqual([]);
  });
});

describe('PEM that is refused says which line', () => {
  const lines = pem.split('\n');
  const changed = (index: number, line: string) => lines.map((old, at) => (at === index ? line : old)).join('\n');
  test.each([
    ['no block', 'nothing', 'there is no block -----BEGIN PUBLIC KEY-----'],
    ['another block', other, 'there is no block -----BEGIN PUBLIC KEY-----'],
    ['two blocks', `${other}\n${pem}\n${pem}`, 'line 11: a second block PUBLIC KEY begins here; give one'],
    [
      'no end',
      `#\n${lines.slice(0, 3).join('\n')}`,
      'line 2: the block that begins here has no -----END PUBLIC KEY-----',
    ],
    ['another end', pem.replace('END PUBLIC', 'END PRIVATE'), 'line 1: the block that begins here has no -----END'],
    ['two begins', `${lines[0]}\n${pem}`, 'line 1: the block that begins here has no -----END PUBLIC KEY-----'],
    ['a foreign character', changed(2, `${lines[2]?.slice(0, -1)}\u00e4`), 'line 3: a character that is not base64'],
    ['a line that is cut', changed(2, 'AAA'), 'the base64 before this line is cut short or padded wrongly'],
    ['padding in the middle', changed(1, 'AA=='), 'the base64 before this line is cut short or padded wrongly'],
    ['nothing in it', `${lines[0]}\n\n${lines.at(-2)}`, 'line 3: the base64 before this line is cut short'],
    ['a password', changed(0, `${lines[0]}\nProc-Type: 4,ENCRYPTED\n`), 'line 2: the block is encrypted'],
  ])('%s', (_, text, problem) => {
    expect(() => readOnePem(text, ['PUBLIC KEY'])).toThrow(problem);
  });
});

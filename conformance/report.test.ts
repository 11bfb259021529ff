import { describe, expect, test } from 'vitest';
import { report, withExceptions } from './report.js';

const passed = (operation: string) => ({ operation, case: 'text', passed: true });
const failed = (operation: string, difference: string) => ({ operation, case: 'text', passed: false, difference });
const exception = {
  client: 'theirs',
  operation: 'Encrypt',
  case: 'text',
  difference: 'got a TypeError',
  reason: 'their bug',
};

describe('the report', () => {
  test('counts, tells every difference in one line, and ends with the sums', () => {
    const lines = report(
      new Map([
        ['ours', [passed('Encrypt')]],
        ['theirs', [passed('Encrypt'), failed('Encrypt', 'expected a,\ngot b'), passed('Sign')]],
      ]),
    );
    expect(lines).toContain('Encrypt  ✓ 1  ✗ 1 of 2');
    expect(lines).toContain('Sign          ✓ 1');
    expect(lines).toContain('✗ theirs · Encrypt · text: expected a, got b');
    expect(lines.at(-1)).toBe('3 passed, 1 failed');
  });

  test('says so when nothing is told about a failure', () => {
    const lines = report(new Map([['theirs', [{ operation: 'Sign', case: '', passed: false }]]]));
    expect(lines).toContain('✗ theirs · Sign: said to have failed, without a difference');
  });
});

describe('a listed exception', () => {
  test('passes with its reason', () => {
    const results = withExceptions(
      'theirs',
      [failed('Encrypt', 'expected InvalidParam, got a TypeError')],
      [exception],
    );
    expect(results).toEqual([expect.objectContaining({ passed: true, reason: 'their bug' })]);
    expect(report(new Map([['theirs', results]])).at(-1)).toBe('1 passed, 0 failed');
  });

  test('is not missed where the program ended early', () => {
    const results = withExceptions('theirs', [failed('(program)', 'ended with exit code 1')], [exception]);
    expect(results).toEqual([failed('(program)', 'ended with exit code 1')]);
  });

  test.each([
    ['another difference', 'theirs', failed('Encrypt', 'got a KeyError'), 2],
    ['another operation', 'theirs', failed('Decrypt', 'got a TypeError'), 2],
    ['another client', 'others', failed('Encrypt', 'got a TypeError'), 1],
    ['what passes by now', 'theirs', passed('Encrypt'), 1],
  ])('does not cover %s', (_title, client, result, failures) => {
    const results = withExceptions(client, [result], [exception]);
    expect(results.filter((one) => !one.passed)).toHaveLength(failures);
  });
});

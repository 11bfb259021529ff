import { describe, expect, test } from 'vitest';
import * as checks from './checks.js';

const secret = 's3cret-value';

describe('a refusal', () => {
  test.each<[title: string, check: () => unknown, code: string, message: string]>([
    [
      'of an option',
      () => checks.checkInteger('a.b', -1, 0, 9),
      'Config.Invalid',
      'a.b must be an integer from 0 to 9, not -1',
    ],
    ['of two names', () => checks.checkOneOf('g', 'x', ['a', 'b']), 'Config.Invalid', `g must be 'a' or 'b', not "x"`],
    [
      'of many names',
      () => checks.checkOneOf('g', 1, ['a', 'b', 'c']),
      'Config.Invalid',
      'g must be one of a, b, c, not 1',
    ],
    [
      'of a list',
      () => checks.checkTexts('t', ['a', '']),
      'Config.Invalid',
      't[1] must be a string that is not empty, not ""',
    ],
    ['of input', () => checks.checkBytes('m', null), 'Request.Invalid', 'm must be a Uint8Array'],
    [
      'of a request',
      () => checks.checkObject('the request', [], checks.requestOf('Encrypt')),
      'Request.Invalid',
      'Encrypt: the request must be an object, not an empty array',
    ],
    [
      'of a mistyped option',
      () => checks.checkOptions('options', { timeout: 1 }, ['timeoutMs']),
      'Config.Invalid',
      'options: timeout is not an option; did you mean timeoutMs?',
    ],
  ])('%s says what it must be, and what it is', (_, check, code, message) => {
    expect(check).toThrow(expect.objectContaining({ code, message }));
  });

  test.each<[name: string, check: (value: unknown) => unknown]>([
    ['checkText', (value) => checks.checkText('path', [value])],
    ['checkObject', (value) => checks.checkObject('path', value)],
    ['checkFunction', (value) => checks.checkFunction('path', value)],
    ['checkSignal', (value) => checks.checkSignal('path', value)],
    ['checkBytes', (value) => checks.checkBytes('path', value)],
    ['checkBytesOrText', (value) => checks.checkBytesOrText('path', { value })],
    ['checkPath', (value) => checks.checkPath('path', `{"key":"${value}"}`, 'content')],
  ])('of %s shows nothing of what may be a secret', (_, check) => {
    expect(() => check(secret)).toThrow(/^path must be /);
    expect(() => check(secret)).not.toThrow(secret);
  });
});

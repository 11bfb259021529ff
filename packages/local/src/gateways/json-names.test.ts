import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberNames } from './request-parameters.js';

test('the names of a JSON object are those of its own members', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 1), (object, indent) => {
      expect(memberNames(JSON.stringify(object, undefined, indent))).toEqual(Object.keys(object));
    }),
  );
});

test.each([
  ['{"a":1,"a":2}', ['a', 'a']],
  ['{"a":{"b":1,"b":2},"b":["c:",{"d":3}]}', ['a', 'b']],
  ['{ "K\\u0065y" : "x\\"y:{" ,\n"Key":null}', ['Key', 'Key']],
  ['{"__proto__":1}', ['__proto__']],
])('%s has the names %o', (text, names) => {
  expect(memberNames(text)).toEqual(names);
});

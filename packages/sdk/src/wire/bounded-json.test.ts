import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseBoundedJson } from './bounded-json.js';
import { messageBounds, WireFormatError } from './wire-format.js';

const { depthMax } = messageBounds;
const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

it('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseBoundedJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('what is no JSON is a WireFormatError', () => {
  for (const text of ['', '{', '"', '"\\', '[1,]', "{'a':1}", 'undefined', nested(3).slice(1)]) {
    expect(() => parseBoundedJson(text)).toThrow(WireFormatError);
  }
});

it('JSON may be 100 levels deep and no deeper, however it gets there', () => {
  expect(parseBoundedJson(nested(depthMax))).toBeInstanceOf(Array);
  const inObjects = (depth: number) => nested(depth, '{"a":[', ']}');
  expect(parseBoundedJson(inObjects(depthMax / 2))).toBeInstanceOf(Object);
  for (const text of [nested(depthMax + 1), nested(500_000), '['.repeat(500_000), inObjects(depthMax / 2 + 1)]) {
    expect(() => parseBoundedJson(text)).toThrow('nested deeper than 100 levels');
  }
});

it('brackets and commas within texts are text', () => {
  const text = JSON.stringify({ a: `${nested(500)}\\"${','.repeat(500)}`, '[[": [': '\\' });
  expect(parseBoundedJson(text, 2)).toEqual(JSON.parse(text));
});

it('values are counted at all levels together', () => {
  expect(parseBoundedJson('{"a":1,"b":[2,{"c":3}]}', 3)).toBeInstanceOf(Object);
  expect(() => parseBoundedJson('{"a":1,"b":[2,{"c":3}],"d":4}', 3)).toThrow('has more than 3 values');
});

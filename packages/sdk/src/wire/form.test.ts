import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuery, decodeForm, encodeForm, percentDecode, percentEncode } from './form.js';
import { WireFormatError } from './wire-format.js';

const text = () => fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'&=+% ;~*') }));
const pairs = () => fc.array(fc.tuple(text(), text()));

describe('percentEncode', () => {
  it('leaves letters, digits and -._~ as they are, and nothing else', () => {
    expect(percentEncode('AZaz09-._~')).toBe('AZaz09-._~');
    expect(percentEncode(" !'()*+/:=é😀")).toBe('%20%21%27%28%29%2A%2B%2F%3A%3D%C3%A9%F0%9F%98%80');
  });

  it('writes a lone surrogate as U+FFFD', () => {
    expect(percentEncode('a\ud800b')).toBe('a%EF%BF%BDb');
  });

  it('is undone by percentDecode', () => {
    fc.assert(
      fc.property(text(), (value) => {
        expect(percentDecode(percentEncode(value))).toBe(value);
      }),
    );
  });
});

describe('forms', () => {
  it('come out as they went in, repeated names and order included', () => {
    fc.assert(
      fc.property(pairs(), (value) => {
        expect(decodeForm(encodeForm(value))).toEqual(value);
      }),
    );
  });

  it('are read by URLSearchParams as by decodeForm', () => {
    fc.assert(
      fc.property(pairs(), (value) => {
        expect([...new URLSearchParams(encodeForm(value))]).toEqual(value);
        expect(decodeForm(new URLSearchParams(value).toString())).toEqual(value);
      }),
    );
  });

  it('have empty values for names without =, and no empty parts', () => {
    expect(decodeForm('&a&b=&&c=1=2&')).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', '1=2'],
    ]);
  });

  it.each(['a=%', 'a=%4', 'a=%zz', '%ff=1', 'a=%c3%28', 'a=%ed%a0%80'])('%s is a WireFormatError', (form) => {
    expect(() => decodeForm(form)).toThrow(WireFormatError);
  });

  it('have at most 1000 pairs', () => {
    expect(decodeForm(`a=1${'&a=1'.repeat(999)}`)).toHaveLength(1000);
    expect(() => decodeForm(`a=1${'&a=1'.repeat(1000)}`)).toThrow('has more than 1000 parameters');
  });

  it('arbitrary text is a form or a WireFormatError', () => {
    fc.assert(
      fc.property(text(), (value) => {
        try {
          decodeForm(value);
        } catch (error) {
          expect(error).toBeInstanceOf(WireFormatError);
        }
      }),
    );
  });
});

describe('canonicalQuery', () => {
  it('does not depend on the order of the parameters', () => {
    const shuffled = pairs().chain((value) =>
      fc.tuple(fc.constant(value), fc.shuffledSubarray(value, { minLength: value.length, maxLength: value.length })),
    );
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        expect(canonicalQuery(a)).toBe(canonicalQuery(b));
      }),
    );
  });

  it('is different for different parameters', () => {
    const sorted = (value: [string, string][]) => value.map((pair) => JSON.stringify(pair)).sort();
    // Short texts of special characters, so that two requests resemble each other.
    const tricky = () => fc.string({ unit: fc.constantFrom(...'a&=%2'), maxLength: 3 });
    const few = () => fc.array(fc.tuple(tricky(), tricky()), { maxLength: 2 });
    fc.assert(
      fc.property(few(), few(), (a, b) => {
        expect(canonicalQuery(a) === canonicalQuery(b)).toBe(sorted(a).join() === sorted(b).join());
      }),
      { numRuns: 2000 },
    );
  });
});

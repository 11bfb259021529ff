import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHttpDate, formatTimestamp, parseHttpDate, parseTimestamp } from './timestamps.js';
import { WireFormatError } from './wire-format.js';

const seconds = () =>
  fc
    .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));

describe('dates on the wire', () => {
  it('come out as they went in, to the second', () => {
    fc.assert(
      fc.property(seconds(), (date) => {
        expect(parseTimestamp(formatTimestamp(date))).toEqual(date);
        expect(parseHttpDate(formatHttpDate(date))).toEqual(date);
      }),
    );
  });

  it('have the published forms', () => {
    const date = new Date('1994-11-06T08:49:37.999Z');
    expect(formatTimestamp(date)).toBe('1994-11-06T08:49:37Z');
    expect(formatHttpDate(date)).toBe('Sun, 06 Nov 1994 08:49:37 GMT');
  });

  it.each(['', 'now', '1994-11-06', '1994-11-06T08:49:37.000Z', '1994-11-06T08:49:37+00:00', '1994-13-06T08:49:37Z'])(
    'the timestamp "%s" is a WireFormatError',
    (text) => {
      expect(() => parseTimestamp(text)).toThrow(WireFormatError);
    },
  );

  it.each([
    '',
    '784111777',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Mon, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37',
  ])('the HTTP date "%s" is a WireFormatError', (text) => {
    expect(() => parseHttpDate(text)).toThrow(WireFormatError);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex, unhex } from '../../test/support/crypto-vectors.js';
import { derNode, derTags, derUnsigned, readNodes, readOnly, readUnsigned } from './der.js';

describe('DER', () => {
  test('content of any length comes back from its node', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 127, 128, 255, 256, 65_535, 65_536), fc.nat(255), (length, fill) => {
        const content = new Uint8Array(length).fill(fill);
        const read = readOnly(derNode(derTags.octetString, content), derTags.octetString);
        expect(toHex(read)).toBe(toHex(content));
      }),
    );
  });

  test('an unsigned number comes back padded to the length asked for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 32 }), (number) => {
        const [node] = readNodes(derUnsigned(number));
        const expected = Buffer.concat([new Uint8Array(32 - number.length), number]);
        expect(toHex(readUnsigned(node, 32))).toBe(toHex(expected));
      }),
    );
  });

  test.each([
    ['zero', '00', '020100'],
    ['a number without leading zeros', '0000007f', '02017f'],
    ['a number whose first bit is set, after a zero byte', '80', '02020080'],
  ])('writes %s', (_, number, expected) => {
    expect(toHex(derUnsigned(unhex(number)))).toBe(expected);
  });

  test.each([
    ['negative', '020180'],
    ['with a needless zero in front', '0202007f'],
    ['zero in two octets', '02020000'],
    ['without content', '0200'],
    ['longer than asked for', '020301ffff'],
    ['of another type', '040101'],
  ])('refuses a number that is %s', (_, encoded) => {
    expect(() => readUnsigned(readNodes(unhex(encoded))[0], 2)).toThrow('Not DER');
  });

  test.each([
    ['a length in more octets than needed', '04810101'],
    ['a length with leading zeros', '0482000101'],
    ['the indefinite length', '3080020101' + '0000'],
    ['a length beyond the end', '040301'],
    ['a missing length', '04'],
    ['a length cut short', '0482'],
    ['an unread rest', '04010100'],
    ['two nodes where one belongs', '040101040101'],
  ])('refuses %s', (_, encoded) => {
    expect(() => readOnly(unhex(encoded), derTags.octetString)).toThrow('Not DER');
  });
});

import { type JsonWebKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cryptoVectors, testPrivateKey, toHex, unhex } from '../../test/support/crypto-vectors.js';
import { keyPairSpecs, keySpecs } from '../model/key-specs.js';
import {
  derToJose,
  type JoseAlgorithm,
  joseAlgorithmOf,
  joseAlgorithms,
  joseToDer,
  type SignatureSize,
} from './jose.js';
import { PublicKey } from './public-key.js';

const invalid = (message: string | RegExp) =>
  expect.objectContaining({ code: 'Request.Invalid', message: expect.stringMatching(message) });

describe('published signatures', () => {
  interface JoseCase {
    algorithm: 'RS256' | 'ES256';
    jwk: JsonWebKey;
    signingInput: string;
    signature: string;
  }

  test.each(cryptoVectors<{ cases: JoseCase[] }>('jose').cases)(
    'the $algorithm example of RFC 7515 verifies',
    async (c) => {
      const key = await PublicKey.fromJwk(c.jwk);
      expect(joseAlgorithmOf(key.keySpec, joseAlgorithms[c.algorithm].algorithm)).toBe(c.algorithm);
      const bytes = Buffer.from(c.signature, 'base64url');
      const signature = c.algorithm === 'ES256' ? joseToDer(bytes, { algorithm: 'ES256' }) : bytes;
      const { algorithm } = joseAlgorithms[c.algorithm];
      expect(key.verify({ message: c.signingInput, signature, algorithm })).toBe(true);
      expect(key.verify({ message: `${c.signingInput}.`, signature, algorithm })).toBe(false);
      if (c.algorithm === 'ES256') expect(toHex(derToJose(signature, { algorithm: 'ES256' }))).toBe(toHex(bytes));
    },
  );

  const { rfc6979, siggen } =
    cryptoVectors<Record<'rfc6979' | 'siggen', { spec: string; signature: string }[]>>('ecdsa');

  test.each([...rfc6979, ...siggen])('a $spec signature keeps r and s', ({ spec, signature }) => {
    const algorithm = spec === 'EC_P256' ? 'ES256' : 'ES256K';
    const jose = derToJose(unhex(signature), { algorithm });
    const [r, s] = /^30..02..(?:00)?(.*)02..(?:00)?(.{0,64})$/.exec(signature)?.slice(1) ?? [];
    expect(toHex(jose)).toBe(`${r?.padStart(64, '0')}${s?.padStart(64, '0')}`);
    expect(toHex(joseToDer(jose, { algorithm }))).toBe(signature);
  });
});

test.each([
  ['EC_P256', 'ES256'],
  ['EC_P256K', 'ES256K'],
] as const)('Node.js writes the same %s signature in both forms', (spec, algorithm) => {
  const message = Buffer.from('both forms');
  const key = testPrivateKey(spec);
  for (let round = 0; round < 20; round++) {
    const der = sign('sha256', message, key);
    const jose = derToJose(der, { algorithm });
    expect(jose).toHaveLength(64);
    expect(toHex(joseToDer(jose, { algorithm }))).toBe(toHex(der));
  }
});

describe('any two numbers', () => {
  const numbers = fc
    .constantFrom(32, 48, 66)
    .chain((bytes) => fc.tuple(fc.constant({ bytes }), fc.uint8Array({ minLength: 2 * bytes, maxLength: 2 * bytes })));

  test('come back from DER as they were', () => {
    fc.assert(
      fc.property(numbers, fc.nat(66), ([size, given], zeros) => {
        const jose = Uint8Array.from(given).fill(0, 0, Math.min(zeros, size.bytes));
        expect(toHex(derToJose(joseToDer(jose, size), size))).toBe(toHex(jose));
      }),
    );
  });

  test('have one form in DER: whatever else is read differs from them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(), fc.nat(255), (jose, place, octet) => {
        const der = joseToDer(jose, { algorithm: 'ES256' });
        const changed = Uint8Array.from(der);
        changed[place % der.length] = octet;
        let read: Uint8Array;
        try {
          read = derToJose(changed, { algorithm: 'ES256' });
        } catch (error) {
          expect(error).toEqual(invalid('not the DER'));
          return;
        }
        expect(toHex(joseToDer(read, { algorithm: 'ES256' }))).toBe(toHex(changed));
      }),
      { numRuns: 500 },
    );
  });
});

const number = (hex: string): string => `02${(hex.length / 2).toString(16).padStart(2, '0')}${hex}`;
const sequence = (content: string): string => `30${(content.length / 2).toString(16).padStart(2, '0')}${content}`;

test.each([
  ['nothing', ''],
  ['no sequence', `31${sequence(number('01') + number('01')).slice(2)}`],
  ['one number', sequence(number('01'))],
  ['three numbers', sequence(number('01').repeat(3))],
  ['bytes after the end', `${sequence(number('01').repeat(2))}00`],
  ['bytes missing at the end', sequence(number('01').repeat(2)).slice(0, -2)],
  ['a number without content', sequence(number('') + number('01'))],
  ['a negative number', sequence(number('80') + number('01'))],
  ['a zero too much in front', sequence(number('0001') + number('01'))],
  ['a number longer than the curve’s', sequence(number('01') + number(`01${'00'.repeat(32)}`))],
  ['a number longer than the curve’s, after a zero', sequence(number(`00ff${'00'.repeat(32)}`) + number('01'))],
  ['a length in more octets than needed', `3081${sequence(number('01').repeat(2)).slice(2)}`],
  ['another type of number', sequence(`0401010401${'01'}`)],
])('derToJose refuses %s', (_, der) => {
  expect(() => derToJose(unhex(der), { algorithm: 'ES256' })).toThrow(invalid('not the DER of two numbers'));
});

test('joseToDer takes the full length only', () => {
  for (const length of [0, 63, 65, 96])
    expect(() => joseToDer(new Uint8Array(length), { algorithm: 'ES256K' })).toThrow(
      invalid(`must be 64 bytes long, not ${length}`),
    );
});

test('the size must be known', () => {
  const sizes = [
    undefined,
    null,
    {},
    { algorithm: 'PS256' },
    { bytes: 0 },
    { bytes: 67 },
    { bytes: 1.5 },
    { bytes: '32' },
  ];
  for (const size of [...sizes, { algorithm: 'ES256', bytes: 32 }]) {
    expect(() => joseToDer(new Uint8Array(64), size as SignatureSize)).toThrow(invalid('^size must be'));
    expect(() => derToJose(unhex('3006020101020101'), size as SignatureSize)).toThrow(invalid('^size must be'));
  }
  const text = 'MEUC' as unknown as Uint8Array;
  expect(() => derToJose(text, { bytes: 32 })).toThrow(invalid('^signature must be a Uint8Array$'));
});

test('the table has the algorithms of KMS and no others', () => {
  for (const [name, { algorithm, keySpecs: specs }] of Object.entries(joseAlgorithms))
    for (const spec of specs) {
      expect(keySpecs[spec].algorithms['SIGN/VERIFY']).toContain(algorithm);
      expect(joseAlgorithmOf(spec, algorithm)).toBe(name as JoseAlgorithm);
    }
  const names = keyPairSpecs.map((spec) => joseAlgorithmOf(spec));
  expect(names).toEqual(['PS256', 'PS256', 'PS256', 'ES256', 'ES256K', undefined]);
  expect(joseAlgorithmOf('EC_P256', 'RSA_PSS_SHA_256')).toBeUndefined();
});

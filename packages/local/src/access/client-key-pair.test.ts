import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openssl } from '../../test/openssl.js';
import { areUsable, type KeyPair, newClientKeyPair } from './client-key-pair.js';

describe('a new key pair', () => {
  const pairs: KeyPair[] = [];
  beforeAll(async () => {
    pairs.push(...(await Promise.all(Array.from({ length: 10 }, newClientKeyPair))));
  });

  test('is RSA with 2048 bits and the usual exponent', () => {
    for (const { publicKey, privateKey } of pairs) {
      const expected = { modulusLength: 2048, publicExponent: 65_537n };
      expect(publicKey.asymmetricKeyDetails).toEqual(expected);
      expect(privateKey.asymmetricKeyDetails).toEqual(expected);
      expect(createPublicKey(privateKey).equals(publicKey)).toBe(true);
    }
  });

  test('is one that openssl finds nothing wrong with', () => {
    for (const { privateKey } of pairs) {
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      const output = openssl(['rsa', '-check', '-noout', '-in', '@key.pem'], { 'key.pem': pem });
      expect(output.toString()).toContain('RSA key ok');
    }
  });

  test('signs for openssl', () => {
    const [{ publicKey, privateKey }] = pairs as [KeyPair];
    const files = {
      'public.pem': publicKey.export({ type: 'spki', format: 'pem' }),
      'private.pem': privateKey.export({ type: 'pkcs8', format: 'pem' }),
      'data.txt': 'data',
    };
    const signature = openssl(['dgst', '-sha256', '-sign', '@private.pem', '@data.txt'], files);
    const args = ['dgst', '-sha256', '-verify', '@public.pem', '-signature', '@signature.bin', '@data.txt'];
    expect(openssl(args, { ...files, 'signature.bin': signature }).toString()).toContain('Verified OK');
  });

  test('has no prime of another', () => {
    const primes = pairs.flatMap(({ privateKey }) => {
      const { p, q } = privateKey.export({ format: 'jwk' });
      return [p, q];
    });
    expect(new Set(primes).size).toBe(2 * pairs.length);
  });
});

describe('two primes are usable', () => {
  const top = 3n << 1022n;
  /** Shaped like a prime: the two highest bits are set, and it is odd. */
  const odd = fc.bigInt({ min: 0n, max: (1n << 1022n) - 1n }).map((low) => top | low | 1n);

  test('when their product has 2048 bits, they are far apart, and 65537 divides neither less one', () => {
    fc.assert(
      fc.property(odd, odd, (p, q) => {
        const distance = p > q ? p - q : q - p;
        fc.pre(distance > 1n << 924n && (p - 1n) % 65_537n !== 0n && (q - 1n) % 65_537n !== 0n);
        expect(areUsable(p, q)).toBe(true);
        expect(areUsable(q, p)).toBe(true);
      }),
    );
  });

  const p = top | 1n;
  const q = top | (1n << 1021n) | 1n;
  test.each([
    ['the same', p, p],
    ['too close', p, p + (1n << 924n) - 2n],
    ['one bit too short', (1n << 1023n) | 1n, (1n << 1023n) | (1n << 1000n) | 1n],
    ['one more than a multiple of the exponent, the first', q - (q % 65_537n) + 1n, p],
    ['one more than a multiple of the exponent, the second', p, q - (q % 65_537n) + 1n],
  ])('not when they are %s', (_, one, other) => {
    expect(areUsable(one, other)).toBe(false);
  });
});

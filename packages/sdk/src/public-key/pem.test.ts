import { describe, expect, test } from 'vitest';
import { toHex } from '../../test/support/crypto-vectors.js';
import { fromPem, toPem } from './pem.js';

describe('PEM', () => {
  test('comes back as the DER that it was made of', () => {
    const der = new Uint8Array(100).fill(7);
    expect(toHex(fromPem('PUBLIC KEY', toPem('PUBLIC KEY', der)) as Uint8Array)).toBe(toHex(der));
  });

  test.each([
    '',
    'no PEM',
    '-----BEGIN PUBLIC KEY-----\n\n-----END PUBLIC KEY-----\n',
    '-----BEGIN PUBLIC KEY-----\nAA==AAAA\n-----END PUBLIC KEY-----\n',
    '-----BEGIN PUBLIC KEY-----\nAA\n-----END PUBLIC KEY-----\n',
    '-----BEGIN PUBLIC KEY-----\n\u00e4\n-----END PUBLIC KEY-----\n',
  ])('is not what reads %j', (text) => {
    expect(fromPem('PUBLIC KEY', text)).toBeUndefined();
  });

  test('of a private key is no public key', () => {
    expect(fromPem('PUBLIC KEY', toPem('PRIVATE KEY', new Uint8Array(3)))).toBeUndefined();
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../../vectors/wire/acs3.json' with { type: 'json' };
import {
  type Acs3Request,
  acs3CanonicalRequest,
  acs3ContentSha256,
  acs3Signature,
  acs3SignedHeaderNames,
  acs3StringToSign,
  formatAcs3Authorization,
  parseAcs3Authorization,
} from './acs3.js';
import { WireFormatError } from './wire-format-error.js';

const strings = (value: object) => Object.fromEntries(Object.entries(value).filter(([, text]) => text !== undefined));

describe('ACS3-HMAC-SHA256', () => {
  it.each(golden.vectors)('signs $headers.x-acs-action as others do: $origin', (vector) => {
    const headers: Record<string, string> = strings(vector.headers);
    const { accessKeyId, signedHeaders, signature } = parseAcs3Authorization(vector.authorization);
    const request: Acs3Request = {
      method: vector.method,
      path: '/',
      query: Object.entries(strings(vector.query)),
      headers,
      signedHeaders: acs3SignedHeaderNames(headers),
    };
    const canonicalRequest = acs3CanonicalRequest(request);
    if (vector.hashedCanonicalRequest) {
      expect(createHash('sha256').update(canonicalRequest).digest('hex')).toBe(vector.hashedCanonicalRequest);
    }
    expect(acs3ContentSha256(Buffer.from(vector.bodyText))).toBe(headers['x-acs-content-sha256']);
    expect(request.signedHeaders).toEqual(signedHeaders);
    expect(acs3Signature(vector.accessKeySecret, acs3StringToSign(canonicalRequest))).toBe(signature);
    expect(formatAcs3Authorization({ accessKeyId, signedHeaders, signature })).toBe(vector.authorization);
  });

  const request: Acs3Request = {
    method: 'POST',
    path: '/',
    query: [],
    headers: { host: 'a', 'x-acs-date': ' b ', 'user-agent': 'c' },
    signedHeaders: ['x-acs-date', 'host'],
  };

  it('does not depend on the order of headers, nor on spaces around their values', () => {
    const other = { ...request, headers: { 'x-acs-date': 'b', host: 'a' }, signedHeaders: ['host', 'x-acs-date'] };
    expect(acs3CanonicalRequest(request)).toBe(acs3CanonicalRequest(other));
  });

  it('signs host, content-type and x-acs-*, not what a proxy may change', () => {
    const headers = { 'user-agent': '', host: '', 'x-acs-action': '', accept: '', 'content-type': '', xacs: '' };
    expect(acs3SignedHeaderNames(headers)).toEqual(['content-type', 'host', 'x-acs-action']);
  });

  it.each([
    '',
    'Bearer abc',
    'ACS3-HMAC-SM3 Credential=a,SignedHeaders=host,Signature=00',
    `ACS3-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=${'0'.repeat(64)}`,
    `ACS3-HMAC-SHA256 Credential=a,Signature=${'0'.repeat(64)}`,
    `ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=${'0'.repeat(63)}`,
  ])('the authorization header "%s" is a WireFormatError', (header) => {
    expect(() => parseAcs3Authorization(header)).toThrow(WireFormatError);
  });

  it('a parsed authorization header is what was formatted', () => {
    const authorization = fc.record({
      accessKeyId: fc.stringMatching(/^[A-Za-z0-9._-]+$/),
      signedHeaders: fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]+$/), { minLength: 1 }).map((names) => names.sort()),
      signature: fc.stringMatching(/^[0-9a-f]{64}$/),
    });
    fc.assert(
      fc.property(authorization, (value) => {
        expect(parseAcs3Authorization(formatAcs3Authorization(value))).toEqual(value);
      }),
    );
  });
});

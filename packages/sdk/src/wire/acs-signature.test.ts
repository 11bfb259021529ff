import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import byGo from '../../../../vectors/acs-signature/go.json' with { type: 'json' };
import byPython from '../../../../vectors/acs-signature/python.json' with { type: 'json' };
import given from '../../../../vectors/acs-signature/requests.json' with { type: 'json' };
import golden from '../../../../vectors/wire/acs3.json' with { type: 'json' };
import { type AcsAlgorithm, acsAlgorithms } from '../model/signature-algorithms.js';
import {
  type AcsAuthorization,
  type AcsDigest,
  type AcsRequest,
  acsCanonicalRequest,
  acsContentHeader,
  acsDigest,
  acsScope,
  acsSignature,
  acsSignedHeaderNames,
  acsStringToSign,
  formatAcsAuthorization,
  parseAcsAuthorization,
} from './acs-signature.js';
import { WireFormatError } from './wire-format.js';

const strings = (value: object): Record<string, string> =>
  Object.fromEntries(Object.entries(value).filter(([, text]) => text !== undefined));

describe('a signature in headers', () => {
  it.each(golden.vectors)('of $headers.x-acs-action by ACS3-HMAC-SHA256 is that of others: $origin', (vector) => {
    const headers = strings(vector.headers);
    const { algorithm, accessKeyId, signedHeaders, signature } = parseAcsAuthorization(vector.authorization);
    const request: AcsRequest = {
      method: vector.method,
      path: '/',
      query: Object.entries(strings(vector.query)),
      headers,
      signedHeaders: acsSignedHeaderNames(headers),
    };
    const digest = acsDigest(algorithm) as AcsDigest;
    const canonicalRequest = acsCanonicalRequest(request, algorithm);
    if (vector.hashedCanonicalRequest) {
      expect(createHash('sha256').update(canonicalRequest).digest('hex')).toBe(vector.hashedCanonicalRequest);
    }
    expect(digest.hash(Buffer.from(vector.bodyText))).toBe(headers['x-acs-content-sha256']);
    expect(request.signedHeaders).toEqual(signedHeaders);
    const stringToSign = acsStringToSign(algorithm, canonicalRequest, digest);
    expect(acsSignature(vector.accessKeySecret, stringToSign, digest)).toBe(signature);
    expect(formatAcsAuthorization({ algorithm, accessKeyId, signedHeaders, signature })).toBe(vector.authorization);
  });

  const languages = [
    ['Go', byGo.vectors],
    ['Python', byPython.vectors],
  ] as const;
  const vectors = languages.flatMap(([language, all]) =>
    all
      // Go clients write empty parameters differently, which the local KMS accepts too.
      .filter(({ title, algorithm }) => !(language === 'Go' && title.includes('empty') && algorithm.startsWith('ACS4')))
      .map((vector) => ({ language, ...vector })),
  );
  it.each(vectors)('by $algorithm of $title is that of the official client in $language', async (vector) => {
    const algorithm = vector.algorithm as AcsAlgorithm;
    const request = given.requests.find(({ title }) => title === vector.title) as (typeof given.requests)[number];
    const headers = { ...strings(request.headers), [vector.contentHeader]: vector.contentHash };
    const digest = await acsDigest(algorithm);
    expect([acsContentHeader(algorithm), digest.hash(Buffer.from(request.bodyText))]).toEqual([
      vector.contentHeader,
      vector.contentHash,
    ]);
    // Clients choose which headers to sign: the one for Python signs user-agent too.
    const { signedHeaders } = parseAcsAuthorization(vector.authorization);
    const scope = algorithm.startsWith('ACS4')
      ? acsScope(headers['x-acs-date'] as string, headers.host as string)
      : undefined;
    const canonicalRequest = acsCanonicalRequest(
      { method: request.method, path: '/', query: Object.entries(strings(request.query)), headers, signedHeaders },
      algorithm,
    );
    const stringToSign = acsStringToSign(algorithm, canonicalRequest, digest);
    const signature = acsSignature(given.accessKeySecret, stringToSign, digest, scope);
    const { accessKeyId } = given;
    const authorization = formatAcsAuthorization({ algorithm, accessKeyId, scope, signedHeaders, signature });
    expect(authorization).toBe(vector.authorization);
  });

  it.each([
    ['kms.cn-hangzhou.aliyuncs.com', 'cn-hangzhou'],
    ['kms-vpc.cn-hangzhou.aliyuncs.com:8443', 'cn-hangzhou'],
    ['kst-hzz1.cryptoservice.kms.aliyuncs.com', 'center'],
    ['localhost:8443', 'center'],
    ['127.0.0.1', 'center'],
  ])('of ACS4 for %s is for the region %s', (host, region) => {
    expect(acsScope('2026-10-01T08:00:00Z', host)).toEqual({ date: '20261001', region, product: 'Kms' });
  });

  const request: AcsRequest = {
    method: 'POST',
    path: '/',
    query: [],
    headers: { host: 'a', 'x-acs-date': ' b ', 'user-agent': 'c' },
    signedHeaders: ['x-acs-date', 'host'],
  };

  it('does not depend on the order of headers, nor on spaces around their values', () => {
    const other = { ...request, headers: { 'x-acs-date': 'b', host: 'a' }, signedHeaders: ['host', 'x-acs-date'] };
    const of = (one: AcsRequest) => acsCanonicalRequest(one, 'ACS3-HMAC-SHA256');
    expect(of(request)).toBe(of(other));
  });

  it('signs host, content-type and x-acs-*, not what a proxy may change', () => {
    const headers = { 'user-agent': '', host: '', 'x-acs-action': '', accept: '', 'content-type': '', xacs: '' };
    expect(acsSignedHeaderNames(headers)).toEqual(['content-type', 'host', 'x-acs-action']);
  });

  const end = `,SignedHeaders=host,Signature=${'0'.repeat(64)}`;
  it.each([
    '',
    'Bearer abc',
    `ACS3-RSA-SHA256 Credential=a${end}`,
    `ACS5-HMAC-SHA256 Credential=a${end}`,
    'ACS3-HMAC-SM3 Credential=a,SignedHeaders=host,Signature=00',
    `ACS3-HMAC-SHA256 Credential=${end}`,
    `ACS3-HMAC-SHA256 Credential=a,Signature=${'0'.repeat(64)}`,
    `ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=${'0'.repeat(63)}`,
    `ACS4-HMAC-SHA256 Credential=a${end}`,
    `ACS4-HMAC-SHA256 Credential=a/20261001/cn-hangzhou/Kms${end}`,
    `ACS4-HMAC-SM3 Credential=a/20261001//Kms/aliyun_v4_request${end}`,
    `ACS4-HMAC-SM3 Credential=a/20261001/cn-hangzhou/Kms/aliyun_v4_request/x${end}`,
  ])('the authorization header "%s" is a WireFormatError', (header) => {
    expect(() => parseAcsAuthorization(header)).toThrow(WireFormatError);
  });

  it('a parsed authorization header is what was formatted', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9._-]+$/);
    const parts = fc.record({
      accessKeyId: name,
      signedHeaders: fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]+$/), { minLength: 1 }).map((names) => names.sort()),
      signature: fc.stringMatching(/^[0-9a-f]{64}$/),
    });
    const scope = fc.record({ date: name, region: name, product: name });
    fc.assert(
      fc.property(fc.constantFrom(...acsAlgorithms), parts, scope, (algorithm, value, scopeOf) => {
        const authorization: AcsAuthorization = {
          algorithm,
          ...value,
          ...(algorithm.startsWith('ACS4') && { scope: scopeOf }),
        };
        expect(parseAcsAuthorization(formatAcsAuthorization(authorization))).toEqual(authorization);
      }),
    );
  });
});

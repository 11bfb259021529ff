import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { certificatePath, testCa } from '../../test/support/hostile-server.js';
import { KmsConfigurationError } from '../errors.js';
import {
  type CallOptions,
  resolveCallOptions,
  resolveTransportOptions,
  type TransportOptions,
  transportDefaults,
} from './options.js';

const resolve = (options: TransportOptions = {}) => resolveTransportOptions(options, 'config');

/** The message that the options are refused with; fails when they are not. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(KmsConfigurationError);
    expect(error).toMatchObject({ code: 'Config.Invalid' });
    return (error as Error).message;
  }
  throw new Error('was accepted');
}

test('without options the defaults hold', () => {
  const { peer, connection, userAgent, responseHeaders, requestHeaders, ...numbers } = resolve();
  expect({ ...numbers, ignoreSsl: connection.ignoreSsl, maxSockets: connection.maxSockets }).toEqual(transportDefaults);
});

test('a call without options has the policy of its client', () => {
  const base = resolve({ timeoutMs: 5 });
  expect(resolveCallOptions(base)).toBe(base);
  expect(resolveCallOptions(base, { timeoutMs: undefined })).toEqual(base);
});

test('a call overrides what it sets, and keeps the rest', () => {
  const base = resolve({ readTimeoutMs: 1, maxAttempts: 7, backoff: { maxMs: 9_000 }, ca: testCa });
  const { signal } = new AbortController();
  const policy = resolveCallOptions(base, {
    readTimeoutMs: 2,
    backoff: { baseMs: 3 },
    responseHeaders: ['X-A'],
    signal,
  });
  expect(policy).toMatchObject({ readTimeoutMs: 2, maxAttempts: 7, backoff: { baseMs: 3, maxMs: 9_000 }, signal });
  expect(policy.responseHeaders).toEqual(['x-a']);
  expect(policy.connection).toBe(base.connection);
});

test('a CA of the call takes the place of its client’s, given the other way too', () => {
  const base = resolve({ ca: testCa });
  const { connection } = resolveCallOptions(base, { caFilePath: 'ca.pem' });
  expect(connection).toMatchObject({ caFilePath: 'ca.pem', ca: undefined });
});

test('a policy cannot be changed', () => {
  const policy = resolveCallOptions(resolve(), { readTimeoutMs: 1 });
  for (const part of [policy, policy.backoff, policy.connection, policy.requestHeaders, policy.responseHeaders]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
});

describe('options that cannot work are refused with name, value and range', () => {
  test.each<[TransportOptions, string]>([
    [{ readTimeoutMs: -1 }, 'config.readTimeoutMs is -1: it must be an integer from 0 to 2147483647'],
    [{ connectTimeoutMs: 1.5 }, 'config.connectTimeoutMs is 1.5: it must be an integer from 0 to 2147483647'],
    [{ timeoutMs: Number.NaN }, 'config.timeoutMs is NaN: it must be an integer from 0 to 2147483647'],
    [{ timeoutMs: 2 ** 31 }, 'config.timeoutMs is 2147483648: it must be an integer from 0 to 2147483647'],
    [{ maxAttempts: 0 }, 'config.maxAttempts is 0: it must be an integer from 1 to 100'],
    [{ maxSockets: Infinity }, 'config.maxSockets is Infinity: it must be an integer from 1 to 65535'],
    [{ backoff: { baseMs: -5 } }, 'config.backoff.baseMs is -5: it must be an integer from 0 to 60000'],
    [{ caFilePath: '' }, 'config.caFilePath is "": it must be a text that is not empty'],
    [{ caFilePath: 'a', ca: testCa }, 'config.ca is given beside caFilePath: it must be one of the two'],
    [{ ca: 'nonsense' }, 'config.ca holds no certificate: it must be PEM, -----BEGIN CERTIFICATE-----'],
    [
      { socks5Proxy: 'socks5://a', httpProxy: 'http://b' },
      'config.socks5Proxy is given beside an HTTP proxy: it must be one of the two',
    ],
  ])('%o', (options, message) => {
    expect(refusal(() => resolve(options))).toBe(message);
  });

  test.each<[object, string]>([
    [{ readTimeoutMs: '5' }, 'config.readTimeoutMs is "5"'],
    [{ ignoreSsl: 'false' }, 'config.ignoreSsl is "false": it must be true or false'],
    [{ backoff: 5 }, 'config.backoff is of type number: it must be an object'],
    [{ noProxy: 5 }, 'config.noProxy is 5'],
    [{ userAgent: 'a\nb' }, 'config.userAgent is not a header'],
    [{ backoff: { period: 1 } }, 'config.backoff: period is no option; there is baseMs, maxMs'],
  ])('%o', (options, message) => {
    expect(refusal(() => resolve(options as TransportOptions))).toContain(message);
  });

  test.each<[object, string]>([
    [{ signal: {} }, 'options.signal is of type object: it must be an AbortSignal'],
    [{ autoRetry: 1 }, 'options.autoRetry is 1: it must be true or false'],
    [{ tiemoutMs: 5 }, 'options: tiemoutMs is no option; did you mean timeoutMs?'],
    [{ responseHeaders: 'date' }, 'options.responseHeaders is "date"'],
    [{ requestHeaders: { 'a b': 'c' } }, 'options.requestHeaders["a b"] is not a header'],
    [{ userAgent: 'mine' }, 'options: userAgent is no option'],
  ])('of a call: %o', (options, message) => {
    expect(refusal(() => resolveCallOptions(resolve(), options as CallOptions))).toContain(message);
  });

  test('a broken certificate', () => {
    const ca = testCa.replace(/[A-Za-z0-9+/]{20}\n/, '\n');
    expect(refusal(() => resolve({ ca }))).toBe(
      'config.ca holds a certificate that cannot be read (it begins on line 1)',
    );
  });

  test.each(['ftp://u:s3cret@h', 'http://u:s3cret@', 'http://u:s3cret%@h:1', 'u:s3cret@h:99999'])(
    'the address of a proxy, without showing it: %s',
    (httpsProxy) => {
      const message = refusal(() => resolve({ httpsProxy }));
      expect(message).toContain('config.httpsProxy is not the address of a proxy: it must be an address like http://');
      expect(message).not.toContain('s3cret');
    },
  );

  test.each([{ authorization: 's3cret\n' }, 's3cret', ['s3cret']])('headers, without showing them: %j', (headers) => {
    const requestHeaders = headers as Record<string, string>;
    expect(refusal(() => resolveCallOptions(resolve(), { requestHeaders }))).not.toContain('s3cret');
  });
});

test('the user agent names the version of the package, and the caller’s own part', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const { userAgent } = resolve({ userAgent: 'shop/7' });
  expect(userAgent).toMatch(/^AlibabaCloud \(\S+; \S+\) Node\.js\/[\d.]+ alibabacloud-kms-sdk\/\S+ shop\/7$/);
  expect(userAgent).toContain(` alibabacloud-kms-sdk/${version} `);
});

test('several certificates are accepted as one text', () => {
  const two = testCa + readFileSync(certificatePath('other-ca.pem'), 'utf8');
  expect(resolve({ ca: two }).connection.ca).toBe(two);
});

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
    [{ readTimeoutMs: -1 }, 'config.readTimeoutMs must be an integer from 0 to 2147483647, not -1'],
    [{ connectTimeoutMs: 1.5 }, 'config.connectTimeoutMs must be an integer from 0 to 2147483647, not 1.5'],
    [{ timeoutMs: Number.NaN }, 'config.timeoutMs must be an integer from 0 to 2147483647, not NaN'],
    [{ timeoutMs: 2 ** 31 }, 'config.timeoutMs must be an integer from 0 to 2147483647, not 2147483648'],
    [{ maxAttempts: 0 }, 'config.maxAttempts must be an integer from 1 to 100, not 0'],
    [{ maxSockets: Infinity }, 'config.maxSockets must be an integer from 1 to 65535, not Infinity'],
    [{ backoff: { baseMs: -5 } }, 'config.backoff.baseMs must be an integer from 0 to 60000, not -5'],
    [{ caFilePath: '' }, 'config.caFilePath must be a string that is not empty, not ""'],
    [{ caFilePath: 'a', ca: testCa }, 'config has both caFilePath and ca: give one'],
    [{ ca: 'nonsense' }, 'config.ca holds no certificate: it must be PEM, -----BEGIN CERTIFICATE-----'],
    [{ socks5Proxy: 'socks5://a', httpProxy: 'http://b' }, 'config has both socks5Proxy and httpProxy: give one'],
  ])('%o', (options, message) => {
    expect(refusal(() => resolve(options))).toBe(message);
  });

  test.each<[object, string]>([
    [{ readTimeoutMs: '5' }, 'config.readTimeoutMs must be'],
    [{ ignoreSsl: 'false' }, 'config.ignoreSsl must be true or false, not "false"'],
    [{ backoff: 5 }, 'config.backoff must be an object, not a number'],
    [{ noProxy: 5 }, 'config.noProxy must be'],
    [{ userAgent: 'a\nb' }, 'config.userAgent must be'],
    [{ backoff: { period: 1 } }, 'config.backoff: period is not an option; there is baseMs, maxMs'],
  ])('%o', (options, message) => {
    expect(refusal(() => resolve(options as TransportOptions))).toContain(message);
  });

  test.each<[object, string]>([
    [{ signal: {} }, 'options.signal must be an AbortSignal, not an object'],
    [{ autoRetry: 1 }, 'options.autoRetry must be true or false, not 1'],
    [{ tiemoutMs: 5 }, 'options: tiemoutMs is not an option; did you mean timeoutMs?'],
    [{ responseHeaders: 'date' }, 'options.responseHeaders must be'],
    [
      { requestHeaders: { 'a b': 'c' } },
      'options.requestHeaders["a b"] must be a header name with a value of visible characters',
    ],
    [{ userAgent: 'mine' }, 'options: userAgent is not an option'],
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
      expect(message).toContain('config.httpsProxy must be an address like http://');
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

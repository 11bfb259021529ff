import { expect, test } from 'vitest';
import { readRuntime } from './runtime-options.js';

const all = { responseHeaders: ['*'] };

test('the runtime options of the KMS 1.0 client become call options', () => {
  const { signal } = new AbortController();
  const runtime = {
    ...{ autoretry: false, maxAttempts: 2, ignoreSSL: true, readTimeout: 7_000, connectTimeout: 0, maxIdleConns: 3 },
    ...{ httpProxy: 'http://p', noProxy: 'a', backoffPolicy: 'yes', backoffPeriod: 1, keepAlive: true, localAddr: 'x' },
    ...{ key: 'k', cert: 'c', socks5NetWork: 'tcp', ca: '-----BEGIN CERTIFICATE-----', signal },
    extendsParameters: { headers: { 'x-acs-trace': '1' }, queries: {} },
  };
  expect(readRuntime(runtime)).toEqual({
    isUseKmsShareGateway: undefined,
    codec: undefined,
    options: {
      ...{ autoRetry: false, maxAttempts: 2, ignoreSsl: true, readTimeoutMs: 7_000, maxSockets: 3, ...all },
      ...{ httpProxy: 'http://p', noProxy: 'a', ca: '-----BEGIN CERTIFICATE-----', signal },
      requestHeaders: { 'x-acs-trace': '1' },
    },
  });
});

test('nothing was given', () => {
  for (const runtime of [undefined, null, {}, { maxAttempts: undefined, readTimeout: null }]) {
    expect(readRuntime(runtime).options).toEqual(all);
  }
});

test('what is of KMS 3.0 beside them', () => {
  const { isUseKmsShareGateway, codec } = readRuntime({ isUseKmsShareGateway: false, encoding: 'latin1' });
  expect([isUseKmsShareGateway, codec?.name]).toEqual([false, 'latin1']);
});

test.each([
  [5, 'runtime must be'],
  [{ isUseKmsSharedGateway: true }, 'did you mean isUseKmsShareGateway?'],
  [{ isUseKmsShareGateway: 1 }, 'runtime.isUseKmsShareGateway must be'],
  [{ encoding: 'hex' }, 'runtime.encoding must be'],
  [{ extendsParameters: { queries: { a: 'b' } } }, 'give the parameters in the request'],
  [{ userAgent: 'u' }, 'userAgent is not an option'],
])('runtime %j is refused', (runtime, message) => {
  expect(() => readRuntime(runtime)).toThrow(message);
});

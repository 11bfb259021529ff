import { KmsConfigurationError, KmsConnectionError, KmsServiceError, KmsTimeoutError } from 'alibabacloud-kms-sdk';
import { expect, test } from 'vitest';
import { FailureLimit } from './failure-limit.js';

const reset = new KmsConnectionError('Connection.Reset', 'reset');
const untrusted = new KmsConnectionError('Connection.Tls', 'certificate');
const refused = new KmsServiceError('Rejected.Throttling', { status: 429, serviceMessage: 'slow down' });

test.each([reset, new KmsTimeoutError('Timeout.Connect', 'too long', 5000)])(
  'a server that no call reached is given up after as many calls as there are at a time: $code',
  (error) => {
    const failureLimit = new FailureLimit(12);
    const answers = Array.from({ length: 12 }, () => failureLimit.isHopeless(error));
    expect(answers).toEqual([...Array.from({ length: 11 }, () => false), true]);
  },
);

test.each([
  ['an answer', (failureLimit: FailureLimit) => failureLimit.succeeded()],
  ['a refusal', (failureLimit: FailureLimit) => void failureLimit.isHopeless(refused)],
])('after %s, connections may fail as often as they like', (_, reach) => {
  const failureLimit = new FailureLimit(1);
  reach(failureLimit);
  expect(Array.from({ length: 100 }, () => failureLimit.isHopeless(reset)).includes(true)).toBe(false);
  expect(failureLimit.isHopeless(untrusted)).toBe(false);
});

test('a wrong configuration or certificate is enough at once', () => {
  expect(new FailureLimit(32).isHopeless(new KmsConfigurationError('ClientKey.Unreadable', 'no file'))).toBe(true);
  expect(new FailureLimit(32).isHopeless(untrusted)).toBe(true);
});

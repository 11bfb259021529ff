import { KmsConfigurationError, KmsConnectionError, KmsServiceError, KmsTimeoutError } from 'alibabacloud-kms-sdk';
import { expect, test } from 'vitest';
import { Futility } from './futility.js';

const reset = new KmsConnectionError('Connection.Reset', 'reset');
const untrusted = new KmsConnectionError('Connection.Tls', 'certificate');
const refused = new KmsServiceError('Rejected.Throttling', { status: 429, serviceMessage: 'slow down' });

test.each([reset, new KmsTimeoutError('Timeout.Connect', 'too long', 5000)])(
  'a server that no call reached is given up after as many calls as there are at a time: $code',
  (error) => {
    const futility = new Futility(12);
    const answers = Array.from({ length: 12 }, () => futility.isFutile(error));
    expect(answers).toEqual([...Array.from({ length: 11 }, () => false), true]);
  },
);

test.each([
  ['an answer', (futility: Futility) => futility.succeeded()],
  ['a refusal', (futility: Futility) => void futility.isFutile(refused)],
])('after %s, connections may fail as often as they like', (_, reach) => {
  const futility = new Futility(1);
  reach(futility);
  expect(Array.from({ length: 100 }, () => futility.isFutile(reset)).includes(true)).toBe(false);
  expect(futility.isFutile(untrusted)).toBe(false);
});

test('a wrong configuration or certificate is enough at once', () => {
  expect(new Futility(32).isFutile(new KmsConfigurationError('ClientKey.Unreadable', 'no file'))).toBe(true);
  expect(new Futility(32).isFutile(untrusted)).toBe(true);
});

import { expect, expectTypeOf, test, vi } from 'vitest';
import { type AnyKmsError, isKmsError, KmsServiceError, KmsTimeoutError } from './errors.js';
import type { ServiceErrorCode } from './model/service-errors.js';

const timeout = new KmsTimeoutError('Timeout.Read', 'silent', 5);

test('an error of another copy of the SDK is recognised, though it is no instance of this one', async () => {
  vi.resetModules();
  const copy: typeof import('./errors.js') = await import('./errors.js');
  expect(timeout).not.toBeInstanceOf(copy.KmsTimeoutError);
  expect(copy.isKmsError(timeout)).toBe(true);
  expect(isKmsError(new copy.KmsServiceError('Forbidden.KeyNotFound', { status: 404, serviceMessage: '' }))).toBe(true);
});

test.each([new Error('other'), { name: 'KmsError', code: 'Config.Invalid' }, 'KmsError', null, undefined])(
  'what is no error of the SDK is none (%s)',
  (other) => expect(isKmsError(other)).toBe(false),
);

test('name tells the errors of the union apart', () => {
  const limitOf = (error: AnyKmsError) => (error.name === 'KmsTimeoutError' ? error.timeoutMs : undefined);
  expect(limitOf(timeout)).toBe(5);
});

test('editors offer the codes of the service, and a code that is not known yet is allowed', () => {
  expectTypeOf<ServiceErrorCode>().toExtend<KmsServiceError['code']>();
  expectTypeOf<'Some.NewCode'>().toExtend<KmsServiceError['code']>();
});

test('the mark that tells them is not seen when an error is printed or copied', () => {
  expect(Object.getOwnPropertySymbols(timeout)).toEqual([]);
  expect({ ...new KmsServiceError('X', { status: 500, serviceMessage: 'm' }) }).toMatchObject({
    code: 'X',
    status: 500,
  });
});

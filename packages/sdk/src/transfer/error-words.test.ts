import { expect, test } from 'vitest';
import { KmsConfigurationError, KmsConnectionError, KmsServiceError, KmsTimeoutError } from '../errors.js';
import { errorInWordsOfKms10 } from './error-words.js';

const service = (code: string, serviceMessage: string, status = 400) =>
  new KmsServiceError(code, {
    api: 'AdvanceEncrypt',
    endpoint: 'kst-1',
    attempts: 2,
    status,
    serviceMessage,
    requestId: 'r-1',
  });

test.each([
  [
    'InvalidParam',
    'The Param Date is invalid.',
    'IllegalTimestamp',
    'The input parameter "Timestamp" that is mandatory for processing this request is not supplied.',
  ],
  [
    'InvalidParam',
    'The Param Authorization is invalid.',
    'IncompleteSignature',
    'The request signature does not conform to Aliyun standards.',
  ],
  ['InvalidParam', 'The Param KeyId is invalid.', 'InvalidParam', 'The Param KeyId is invalid.'],
  ['Unauthorized', 'x', 'InvalidAccessKeyId.NotFound', 'The Access Key ID provided does not exist in our records.'],
  ['Forbidden.KeyNotFound', 'x', 'Forbidden.KeyNotFound', 'The specified Key is not found.'],
  ['Forbidden.NoPermission', 'x', 'Forbidden.NoPermission', 'This operation is forbidden by permission system.'],
  ['InternalFailure', 'x', 'InternalFailure', 'Internal Failure'],
  ['Rejected.Throttling', 'x', 'Rejected.Throttling', 'QPS Limit Exceeded'],
  ['Anything.Else', 'as it is', 'Anything.Else', 'as it is'],
  ['constructor', 'as it is', 'constructor', 'as it is'],
])('%s "%s" of an instance is %s', (code, message, seen, words) => {
  const error = errorInWordsOfKms10(service(code, message), 'instance', 3);
  expect(error).toMatchObject({
    name: 'KmsTransferError',
    code: seen,
    message: `${seen}: code: 400, ${words} request id: r-1`,
    data: { HttpStatus: 400, Code: seen, Message: words, RequestId: 'r-1', HostId: 'kst-1' },
    ...{ status: 400, statusCode: 400, serviceMessage: words, requestId: 'r-1', api: 'AdvanceEncrypt', attempts: 2 },
  });
  expect(error).toBeInstanceOf(KmsServiceError);
});

test('the words of the public gateway are KMS 1.0’s already', () => {
  const error = errorInWordsOfKms10(service('Unauthorized', 'as it is'), 'public', 3);
  expect(error).toMatchObject({ code: 'Unauthorized', serviceMessage: 'as it is' });
});

test('generation 1 writes codes with an ending', () => {
  const error = errorInWordsOfKms10(service('Forbidden.KeyNotFound', 'x', 404), 'instance', 1) as KmsServiceError;
  expect(error.code).toBe('Forbidden.KeyNotFoundError');
  expect(error.message).toBe('Forbidden.KeyNotFoundError: code: 404, The specified Key is not found. requestid: r-1');
  expect(error).toHaveProperty('data', {
    ...{ HttpStatus: 404, Code: 'Forbidden.KeyNotFound', Message: 'The specified Key is not found.' },
    ...{ RequestId: 'r-1', HostId: 'kst-1' },
  });
});

const place = { api: 'AdvanceEncrypt', endpoint: 'kst-1', attempts: 1 };

test.each([
  [
    new KmsTimeoutError('Timeout.Read', 'silent', 5, place),
    { name: 'KmsTimeoutError', code: 'SDK.ReadTimeout', timeoutMs: 5, ...place },
  ],
  [new KmsTimeoutError('Timeout.Connect', 'closed', 5, place), { name: 'KmsTimeoutError', code: 'SDK.ReadTimeout' }],
  [
    new KmsConnectionError('Connection.Dns', 'no host', place),
    { name: 'KmsConnectionError', code: 'SDK.ServerUnreachable', ...place },
  ],
])('%s has a word of KMS 1.0', (error, seen) => {
  const told = errorInWordsOfKms10(error, 'instance', 3);
  expect(told).toMatchObject({ ...seen, message: error.message, cause: error });
});

test.each([
  new KmsTimeoutError('Timeout.Deadline', 'over', 5),
  new KmsConnectionError('Connection.Tls', 'no trust'),
  new KmsConfigurationError('Request.Invalid', 'no'),
  new Error('of a signal'),
])('%s stays as it is', (error) => {
  expect(errorInWordsOfKms10(error, 'instance', 1)).toBe(error);
});

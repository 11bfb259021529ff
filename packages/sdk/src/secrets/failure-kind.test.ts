import { describe, expect, test } from 'vitest';
import { KmsConfigurationError, KmsConnectionError, KmsServiceError, KmsTimeoutError } from '../errors.js';
import { serviceErrors } from '../model/service-errors.js';
import { type FailureKind, failureKind } from './failure-kind.js';

const answer = (code: string, status: number) => new KmsServiceError(code, { status, serviceMessage: '' });

describe('what a failure says about a secret', () => {
  test.each([
    ['Rejected.Throttling', 429, 'away'],
    ['Throttling.User', 400, 'away'],
    ['Throttling.OfTheFuture', 400, 'away'],
    ['InternalFailure', 500, 'away'],
    ['Something', 502, 'away'],
    ['Forbidden.InDebtOverdue', 403, 'away'],
    ['InvalidTimeStamp.Expired', 400, 'away'],
    ['Forbidden.ResourceNotFound', 404, 'gone'],
    ['Forbidden.SecretNotFound', 404, 'gone'],
    ['Rejected.PendingDeletion', 409, 'gone'],
    ['Forbidden.NoPermission', 403, 'refused'],
    ['Forbidden.OfTheFuture', 403, 'refused'],
    ['InvalidAccessKeyId.NotFound', 404, 'refused'],
    ['InvalidAction.NotFound', 404, 'refused'],
    ['Unauthorized', 401, 'refused'],
    ['InvalidParameter', 400, 'refused'],
  ] as [string, number, FailureKind][])('%s with status %i: %s', (code, status, kind) => {
    expect(failureKind(answer(code, status))).toBe(kind);
  });

  test.each(Object.entries(serviceErrors).filter(([, facts]) => 'retry' in facts))(
    '%s, which is sent again, says nothing about it',
    (code, { status }) => {
      expect(failureKind(answer(code, status))).toBe('away');
    },
  );

  test.each([
    [new KmsTimeoutError('Timeout.Read', '', 1), 'away'],
    [new KmsConnectionError('Connection.Tls', ''), 'away'],
    [new KmsConfigurationError('Credentials.Unavailable', ''), 'away'],
    [new KmsConfigurationError('InstanceCa.Unavailable', ''), 'away'],
    [new KmsConfigurationError('Config.Missing', ''), 'refused'],
    [new KmsConfigurationError('Request.Invalid', ''), 'refused'],
    [new Error('of a source of your own'), 'away'],
    ['a text that was thrown', 'away'],
  ])('%s: %s', (error, kind) => {
    expect(failureKind(error)).toBe(kind);
  });
});

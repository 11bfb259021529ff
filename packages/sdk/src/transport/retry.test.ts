import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KmsServiceError } from '../errors.js';
import { type ServiceErrorFacts, serviceErrors } from '../model/service-errors.js';
import { backoffMs, nextStep, retryAfterMs } from './retry.js';
import type { WireResponse } from './types.js';

const answer = (status: number, headers: WireResponse['headers'] = {}): WireResponse => ({
  status,
  headers,
  body: Buffer.alloc(0),
});

describe('backoff', () => {
  const settings = fc.record({ baseMs: fc.nat(60_000), maxMs: fc.nat(600_000) });
  const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('a wait is never negative and never longer than maxMs', () => {
    fc.assert(
      fc.property(
        settings,
        fc.integer({ min: 1, max: 100 }),
        fc.nat(),
        unit,
        (backoff, attempt, retryAfter, random) => {
          const waitMs = backoffMs(attempt, backoff, retryAfter, () => random);
          expect(waitMs).toBeGreaterThanOrEqual(0);
          expect(waitMs).toBeLessThanOrEqual(backoff.maxMs);
        },
      ),
    );
  });

  test('the wait is anywhere from 0 to baseMs × 2^(attempt − 1), in proportion to the random number', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 20 }), unit, (backoff, attempt, random) => {
        const bound = Math.min(backoff.maxMs, backoff.baseMs * 2 ** (attempt - 1));
        expect(backoffMs(attempt, backoff, 0, () => random)).toBe(random * bound);
      }),
    );
  });

  test('a wait is not shorter than Retry-After, up to maxMs', () => {
    fc.assert(
      fc.property(settings, fc.nat(1_000_000), unit, (backoff, retryAfter, random) => {
        const waitMs = backoffMs(1, backoff, retryAfter, () => random);
        expect(waitMs).toBeGreaterThanOrEqual(Math.min(retryAfter, backoff.maxMs));
      }),
    );
  });
});

test.each([
  [undefined, 0],
  ['3', 3_000],
  ['0', 0],
  ['-3', 0],
  ['soon', 0],
  ['Thu, 01 Jan 2026 00:00:07 GMT', 7_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
])('Retry-After %s is %i ms', (value, ms) => {
  expect(retryAfterMs(answer(429, { 'retry-after': value }), new Date('2026-01-01T00:00:00Z'))).toBe(ms);
});

test.each(Object.entries<ServiceErrorFacts>(serviceErrors))(
  '%s is handled as its facts say',
  (code, { status, retry }) => {
    const step = (repeatable: boolean) =>
      nextStep(new KmsServiceError(code, { status, serviceMessage: '' }), answer(status), repeatable);
    const expected = {
      rejected: ['wait', 'wait'],
      transient: ['wait', 'give up'],
      clock: ['correct clock', 'correct clock'],
      none: ['give up', 'give up'],
    }[retry ?? 'none'];
    expect([step(true), step(false)]).toEqual(expected);
  },
);

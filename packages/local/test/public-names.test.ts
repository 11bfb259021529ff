import type {
  ClockStart,
  Duration,
  Fault,
  FaultRule,
  Faults,
  KmsClock,
  LocalClientConfig,
  LocalKms,
  RequestEntry,
  RequestFilter,
  Seed,
  SeedErrorCode,
  SeedReport,
  SeedTime,
  StartErrorCode,
  StartOptions,
  StoreErrorCode,
} from 'alibabacloud-kms-local';
import * as local from 'alibabacloud-kms-local';
import { expect, expectTypeOf, test } from 'vitest';

/** That it compiles says that the names are there. */
interface Types {
  clock: [ClockStart, Duration, KmsClock];
  errors: [SeedErrorCode, StartErrorCode, StoreErrorCode];
  faults: [Fault, FaultRule, Faults];
  kms: [LocalClientConfig, LocalKms, StartOptions];
  requests: [RequestEntry, RequestFilter];
  seed: [Seed, SeedReport, SeedTime];
}

test('a program gets these names, and no others', () => {
  expect(Object.keys(local).sort()).toEqual(['FaultError', 'SeedError', 'StartError', 'StoreError', 'startLocalKms']);
  expectTypeOf<Types['kms'][1]>().toHaveProperty('clock');
});

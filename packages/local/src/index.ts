/**
 * A local KMS for development, tests and CI: `startLocalKms()`.
 *
 * @module alibabacloud-kms-local
 */

export type { FaultRule } from './admin/fault-rule.js';
export { type Fault, FaultError, type Faults } from './admin/faults.js';
export type { RequestEntry, RequestFilter } from './admin/request-log.js';
export type { ClockStart, Duration, KmsClock } from './clock.js';
export { SeedError, type SeedErrorCode } from './seed/seed-error.js';
export type { Seed, SeedReport, SeedTime } from './seed/types.js';
export {
  type LocalClientConfig,
  type LocalKms,
  StartError,
  type StartErrorCode,
  type StartOptions,
  StoreError,
  type StoreErrorCode,
  startLocalKms,
} from './start.js';

import type { KmsClock } from '../clock.js';
import type { Seed, SeedReport } from '../seed/types.js';
import type { Faults } from './faults.js';
import type { RequestLog } from './request-log.js';

/** What can be done to a local KMS besides calling it. */
export interface Admin {
  clock: KmsClock;
  faults: Faults;
  requests: RequestLog;
  /** Sees what other local KMS on the same database have done to it, and to the clock. */
  refresh(): Promise<void>;
  /** As it was when it was made, with its seed and its faults. */
  reset(): Promise<void>;
  snapshot(): Promise<Uint8Array>;
  /** @throws StoreError with `Store.SnapshotUnusable` */
  restore(snapshot: Uint8Array): Promise<void>;
  exportSeed(): Promise<Seed>;
  /** @throws SeedError */
  loadSeed(seed: Seed): Promise<SeedReport>;
}

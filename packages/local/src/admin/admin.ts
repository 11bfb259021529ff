import type { KmsClock } from '../clock.js';
import type { Seed, SeedReport } from '../seed/types.js';
import type { Faults } from './faults.js';
import type { RequestLog } from './request-log.js';

/** Control of a local KMS beyond its APIs. */
export interface Admin {
  clock: KmsClock;
  faults: Faults;
  requests: RequestLog;
  /** Reads what other local KMS on the same database have changed, including the clock. */
  refresh(): Promise<void>;
  /** Restores the state after creation, with its seed and its faults. */
  reset(): Promise<void>;
  snapshot(): Promise<Uint8Array>;
  /** @throws StoreError with `Store.SnapshotUnusable` */
  restore(snapshot: Uint8Array): Promise<void>;
  exportSeed(): Promise<Seed>;
  /** @throws SeedError */
  loadSeed(seed: Seed): Promise<SeedReport>;
}

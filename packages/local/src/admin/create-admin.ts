import { type ClockStart, type KmsClock, moveClock } from '../clock.js';
import { type Kms, settleAll } from '../kms.js';
import type { Seed } from '../seed/types.js';
import { restoreSnapshot, takeSnapshot } from '../store/snapshot.js';
import type { Admin } from './admin.js';
import type { FaultRule, Faults } from './faults.js';
import type { RequestLog } from './request-log.js';

export interface AdminParts {
  kms: Kms;
  clock: KmsClock;
  faults: Faults;
  requests: RequestLog;
  /** Snapshot of the KMS after its creation. */
  initialSnapshot: string;
  /** The seed that it starts with. */
  seed?: Seed;
  clockStart?: ClockStart;
  faultRules: readonly FaultRule[];
}

/** Loaded on demand: most programs never need it. */
const loading = () => import('../seed/load-seed.js');
const exporting = () => import('../seed/export-seed.js');

/** Creates the control of a local KMS beyond its APIs. */
export function createAdmin({
  kms,
  clock,
  faults,
  requests,
  initialSnapshot,
  seed,
  clockStart,
  faultRules,
}: AdminParts): Admin {
  const { store } = kms;
  const load = async (added: Seed) => (await loading()).loadSeed(kms, added);
  return {
    clock,
    faults,
    requests,
    refresh: () => store.state.refresh(),
    async reset() {
      await store.transaction((db) => restoreSnapshot(store, db, initialSnapshot));
      await (clockStart === undefined ? clock.reset() : moveClock(clock, clockStart));
      if (seed) await load(seed);
      faults.clear();
      for (const rule of faultRules) faults.add(rule);
      requests.clear();
    },
    snapshot: async () => Buffer.from(await store.transaction((db) => takeSnapshot(store, db))),
    async restore(snapshot) {
      await store.transaction((db) => restoreSnapshot(store, db, Buffer.from(snapshot).toString()));
    },
    async exportSeed() {
      await settleAll(kms);
      return (await exporting()).exportSeed(kms);
    },
    loadSeed: load,
  };
}

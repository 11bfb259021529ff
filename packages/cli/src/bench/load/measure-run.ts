import type { BenchListener } from '../listener.js';
import { Collector } from '../measure/collector.js';
import { healthOf } from '../measure/health.js';
import { watchMachine } from '../measure/machine.js';
import { measuredOf } from '../measure/measured.js';
import type { ClientHealth, Measured, Period } from '../result.js';
import type { Crew, WholePlan } from './crew.js';

/** One run with all measurements. */
export interface MeasuredRun {
  rate: WholePlan['rate'];
  measured: Measured;
  operations: Record<string, Measured>;
  periods: Period[];
  unstarted: number;
  client: ClientHealth;
  elapsedMs: number;
}

export async function measureRun(crew: Crew, plan: WholePlan, listener: BenchListener): Promise<MeasuredRun> {
  const startedAt = performance.now();
  const machineBusy = watchMachine();
  const collector = new Collector(crew.size, plan.rate !== undefined, (period, { total }) =>
    listener.period?.(period, measuredOf(total, performance.now() - startedAt)),
  );
  const ends = await crew.run(plan, {
    live: listener.live && ((running) => listener.live?.(running)),
    debug: listener.debug && ((text) => listener.debug?.(text)),
    period: (period) => collector.add(period),
  });
  const client = healthOf(
    ends.map(({ health }) => health),
    machineBusy(),
  );
  const elapsedMs = Math.max(...ends.map((end) => end.elapsedMs));
  collector.end();
  return {
    rate: plan.rate,
    measured: measuredOf(collector.total, elapsedMs),
    operations: collector.operations(elapsedMs),
    periods: collector.periods,
    unstarted: ends.reduce((sum, end) => sum + end.unstarted, 0),
    client,
    elapsedMs,
  };
}

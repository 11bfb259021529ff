import type { BenchListener } from '../listener.js';
import { errorRate } from '../measure/counts.js';
import { formatShare } from '../measure/units.js';
import { isClientBusy } from '../measure/warnings.js';
import type { FindMaxResult } from '../result.js';
import { formatValue, keeps, measuredValue, type Threshold } from '../thresholds.js';
import type { Crew, WholePlan } from './crew.js';
import { type MeasuredRun, measureRun } from './measure-run.js';
import { RateSearch } from './rate-search.js';

/** Highest error rate at which a rate counts as reached: failing fast does not count. */
const mostErrors = 0.01;
/** How much longer than planned a run may take, apart from its slowest call, for its rate to count as reached. */
const mostBehind = 0.05;

export interface MaxSearch {
  result: FindMaxResult;
  /** The run at the highest rate within the limit; the last run if there was none. */
  best: MeasuredRun;
}

/** Finds the highest rate within a limit, with one run for each rate. */
export async function findMax(
  crew: Crew,
  plan: WholePlan,
  { limit, stepMs }: { limit: Threshold; stepMs: number },
  listener: BenchListener,
  stop: AbortSignal,
): Promise<MaxSearch> {
  const search = new RateSearch(plan.rate?.to);
  const steps: FindMaxResult['steps'] = [];
  let best: MeasuredRun | undefined;
  let last: MeasuredRun | undefined;
  for (let rate = search.next(); rate !== undefined && !stop.aborted; rate = search.next()) {
    listener.phase?.(`${Math.round(rate)} per second`, stepMs);
    const stepPlan = { ...plan, rate: { from: rate, to: rate, rampMs: 0 }, rampMs: 0, durationMs: stepMs };
    last = await measureRun(crew, stepPlan, listener);
    if (stop.aborted && steps.length > 0) break;
    const step = judgeStep(rate, stepMs, last, limit);
    if (step.kept) best = last;
    steps.push(step);
    listener.step?.(step);
    search.tried(rate, step.kept);
  }
  const run = best ?? last ?? (await measureRun(crew, plan, listener));
  return { result: { limit: limit.text, rate: search.best, steps }, best: run };
}

function judgeStep(rate: number, stepMs: number, run: MeasuredRun, limit: Threshold): FindMaxResult['steps'][number] {
  const { measured, client } = run;
  const value = measuredValue(limit, measured);
  const reason = whyNot(run, stepMs, limit, value);
  return {
    rate,
    tps: measured.tps,
    valueText: `${limit.metric} ${formatValue(limit, value)}`,
    kept: reason === undefined,
    reason: reason !== undefined && isClientBusy(client) ? `${reason} (the client was at its limit)` : reason,
  };
}

function whyNot(run: MeasuredRun, stepMs: number, limit: Threshold, value: number): string | undefined {
  const { measured, unstarted, elapsedMs } = run;
  if (measured.counts.responses === 0) return 'no call ended';
  if (errorRate(measured.counts) > mostErrors) return `${formatShare(errorRate(measured.counts))} errors`;
  const behindMs = elapsedMs - stepMs - measured.serviceUs.max / 1000;
  if (unstarted > 0 || behindMs > stepMs * mostBehind) return 'the rate was not reached';
  return keeps(limit, value) ? undefined : `not ${limit.text}`;
}

import { errorRate, failures } from '../measure/counts.js';
import { feltTimes } from '../measure/measured.js';
import { formatRate, formatShare, formatUs } from '../measure/units.js';
import { isWhole } from '../measure/whole-periods.js';
import type { BenchResult, Measured, Period } from '../result.js';
import { differenceOf, meanOf } from './welch.js';

export type Verdict = 'better' | 'worse' | 'same' | 'unknown';

export interface ComparedMetric {
  metric: string;
  /** Mean of the whole periods but the first; of the whole run if there are too few. */
  a: number;
  b: number;
  /** Relative change from a to b, e.g. 0.1: a tenth more; null if a is 0. */
  change: number | null;
  /** How large a change may be by chance, at 95 %; null if there are too few periods to tell. */
  noise: number | null;
  verdict: Verdict;
  texts: { a: string; b: string };
}

export interface Comparison {
  metrics: ComparedMetric[];
  /** Other differences between the runs. */
  warnings: string[];
}

interface Metric {
  name: string;
  of: (measured: Measured) => number;
  format: (value: number) => string;
  moreIsBetter: boolean;
}

/** The first period includes new connections. */
const leftOut = 1;
const fewestPeriods = 3;

const time = (name: 'p50' | 'p90' | 'p99' | 'p99.9' | 'mean' | 'max'): Metric => ({
  name,
  of: (measured) => feltTimes(measured)[name],
  format: formatUs,
  moreIsBetter: false,
});

const metrics: readonly Metric[] = [
  { name: 'tps', of: ({ tps }) => tps, format: formatRate, moreIsBetter: true },
  ...(['mean', 'p50', 'p90', 'p99', 'p99.9', 'max'] as const).map(time),
  { name: 'errors', of: ({ counts }) => errorRate(counts), format: formatShare, moreIsBetter: false },
];

/** Compares b with a. Variation between periods within a run is the noise that a difference must exceed. */
export function compare(a: BenchResult, b: BenchResult): Comparison {
  return { metrics: metrics.map((metric) => compareMetric(metric, a, b)), warnings: warningsOf(a, b) };
}

function compareMetric({ name, of, format, moreIsBetter }: Metric, a: BenchResult, b: BenchResult): ComparedMetric {
  const [wholeA, wholeB] = [of(a.total), of(b.total)];
  const [samplesA, samplesB] = [a, b].map((run) => samplesOf(run).map(of)) as [number[], number[]];
  const { value, margin } = differenceOf(samplesA, samplesB);
  const base = meanOf(samplesA);
  const enough = Math.min(samplesA.length, samplesB.length) >= fewestPeriods;
  const noise = enough && base > 0 ? margin / base : null;
  // What is shown is what is judged: the mean of the periods, once there are enough of them.
  const [shownA, shownB] = enough ? [base, meanOf(samplesB)] : [wholeA, wholeB];
  const better = value > 0 === moreIsBetter;
  const verdict = !enough ? 'unknown' : Math.abs(value) <= margin ? 'same' : better ? 'better' : 'worse';
  return {
    metric: name,
    a: shownA,
    b: shownB,
    change: shownA === 0 ? null : shownB / shownA - 1,
    noise,
    verdict,
    texts: { a: format(shownA), b: format(shownB) },
  };
}

const samplesOf = ({ periods, settings }: BenchResult): Period[] =>
  periods.slice(leftOut).filter((period) => isWhole(period, settings.periodMs));

function warningsOf(a: BenchResult, b: BenchResult): string[] {
  const fields = ['case', 'endpoint', 'dataSize', 'concurrency', 'processes', 'periodMs', 'rate'] as const;
  const warnings = fields.flatMap((field) => {
    if (field === 'endpoint' && a.settings.local && b.settings.local) return [];
    const [before, after] = [a, b].map(({ settings }) => JSON.stringify(settings[field]) ?? 'none');
    return before === after ? [] : [`the runs differ in ${field}: ${before} and ${after}`];
  });
  if (a.machine.cpu !== b.machine.cpu || a.machine.cores !== b.machine.cores) {
    warnings.push(
      `the runs were made from different machines: ${a.machine.cpu}, ${a.machine.cores} cores, and ${b.machine.cpu}, ${b.machine.cores} cores`,
    );
  }
  if (Math.min(samplesOf(a).length, samplesOf(b).length) < fewestPeriods) {
    warnings.push(
      `too few periods to tell a difference from noise: run for at least ${leftOut + fewestPeriods} periods`,
    );
  }
  for (const [name, run] of [
    ['first', a],
    ['second', b],
  ] as const) {
    if (failures(run.total.counts) > 0)
      warnings.push(`in the ${name} run calls failed, which end sooner or later than others`);
    if (run.warnings.length > 0) warnings.push(...run.warnings.map((warning) => `of the ${name} run: ${warning}`));
  }
  return warnings;
}

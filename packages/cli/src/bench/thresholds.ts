import { errorRate, failures } from './measure/counts.js';
import { shownPercentiles, type TimesUs } from './measure/histogram.js';
import { feltTimes } from './measure/measured.js';
import { formatCount, formatRate, formatShare, formatUs, parseTimeUs } from './measure/units.js';
import type { BenchResult, Measured, ThresholdResult } from './result.js';

type Kind = 'time' | 'rate' | 'share' | 'count';

export interface Threshold {
  text: string;
  /** Only this operation. */
  operation?: string;
  metric: string;
  operator: '<' | '<=' | '>' | '>=';
  /** Microseconds, calls per second, a share from 0 to 1, or a count. */
  limit: number;
  kind: Kind;
}

/** An invalid threshold; the message describes the format. */
export class ThresholdError extends Error {}

const timeMetrics: readonly string[] = ['min', 'mean', 'max', ...shownPercentiles.map(({ name }) => name)];
const help =
  'like p99<20ms, p99.9<=0.1s, mean<5ms, tps>1000, errors<0.1%, errors<=3, or with an operation: encrypt:p99<20ms';

/** @throws ThresholdError */
export function parseThreshold(text: string): Threshold {
  const match = /^(?:([a-z_]+):)?([a-z]+[\d.]*)\s*(<=|>=|<|>)\s*(\S+)$/.exec(text.trim());
  if (!match) throw new ThresholdError(`"${text}" is no threshold; write it ${help}`);
  const [, operation, name = '', operator, value = ''] = match;
  const metric = name === 'avg' ? 'mean' : name;
  const read = readLimit(metric, value);
  if (!read) throw new ThresholdError(`"${text}" is no threshold; write it ${help}`);
  return { text: text.trim(), operation, metric, operator: operator as Threshold['operator'], ...read };
}

function readLimit(metric: string, value: string): { limit: number; kind: Kind } | undefined {
  if (timeMetrics.includes(metric)) {
    const limit = parseTimeUs(value, 'ms');
    return limit === undefined ? undefined : { limit, kind: 'time' };
  }
  const number = /^(\d+(?:\.\d+)?)(%?)$/.exec(value);
  if (!number) return undefined;
  const limit = Number(number[1]);
  if (metric === 'tps' && number[2] === '') return { limit, kind: 'rate' };
  if (metric !== 'errors') return undefined;
  return number[2] === '%' ? { limit: limit / 100, kind: 'share' } : { limit, kind: 'count' };
}

/** The measured value for a threshold, in its unit. */
export function measuredValue({ metric, kind }: Threshold, measured: Measured): number {
  if (kind === 'time') return feltTimes(measured)[metric as keyof TimesUs];
  if (kind === 'rate') return measured.tps;
  return kind === 'share' ? errorRate(measured.counts) : failures(measured.counts);
}

export const formatValue = ({ kind }: Threshold, value: number): string =>
  ({ time: formatUs, rate: formatRate, share: formatShare, count: formatCount })[kind](value);

export function keeps({ operator, limit }: Threshold, value: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
  }
}

/** A threshold on an operation that was not called has failed, and so has one on times if no call ended. */
export function judge(
  thresholds: readonly Threshold[],
  { total, operations }: Pick<BenchResult, 'total' | 'operations'>,
): ThresholdResult[] {
  return thresholds.map((threshold) => {
    const measured = threshold.operation === undefined ? total : operations[threshold.operation];
    if (!measured || measured.counts.responses === 0) {
      return { threshold: threshold.text, ok: false, actual: 'no call ended' };
    }
    const value = measuredValue(threshold, measured);
    return { threshold: threshold.text, ok: keeps(threshold, value), actual: formatValue(threshold, value) };
  });
}

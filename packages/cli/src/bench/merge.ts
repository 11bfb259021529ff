import { healthOf } from './measure/health.js';
import { measuredOf, sliceOf } from './measure/measured.js';
import { addProofs } from './measure/proofs.js';
import { addSlice, newSlice } from './measure/slice.js';
import type { BenchResult, Measured, Period } from './result.js';

/** Runs that cannot be merged; the message says why. */
export class MergeError extends Error {}

/** Share of the longest run that all runs must have in common, for their rates to add up. */
const leastOverlap = 0.9;

/**
 * Merges results that were measured at the same time on several machines: calls and rates add up, and percentiles are those
 * of all calls together, which cannot be computed from the percentiles of the runs.
 *
 * @throws MergeError
 */
export function merge(runs: readonly BenchResult[]): BenchResult {
  const [first, ...others] = runs;
  if (!first) throw new MergeError('give the results to merge');
  for (const other of others) checkSame(first, other);
  const elapsedMs = Math.max(...runs.map((run) => run.elapsedMs));
  const names = [...new Set(runs.flatMap(({ operations }) => Object.keys(operations)))];
  const operations = names.map((name) => [
    name,
    sum(
      runs.flatMap((run) => run.operations[name] ?? []),
      elapsedMs,
    ),
  ]);
  const { settings } = first;
  return {
    ...first,
    startedAt: runs.map((run) => run.startedAt).sort()[0] as string,
    elapsedMs,
    interrupted: runs.some((run) => run.interrupted),
    merged: runs.reduce((count, run) => count + (run.merged ?? 1), 0),
    settings: {
      ...settings,
      endpoint: [...new Set(runs.map((run) => run.settings.endpoint))].join(', '),
      concurrency: total(runs, (run) => run.settings.concurrency),
      processes: total(runs, (run) => run.settings.processes),
      rate: settings.rate && {
        from: total(runs, (run) => run.settings.rate?.from ?? 0),
        to: total(runs, (run) => run.settings.rate?.to ?? 0),
      },
    },
    total: sum(
      runs.map((run) => run.total),
      elapsedMs,
    ),
    operations: Object.fromEntries(operations),
    periods: mergePeriods(runs),
    unstarted: total(runs, (run) => run.unstarted),
    proofs: runs.map((run) => run.proofs).reduce(addProofs),
    client: healthOf(
      runs.map(({ client }) => client),
      Math.max(...runs.map(({ client }) => client.machineBusy)),
    ),
    warnings: [...overlapWarnings(runs), ...new Set(runs.flatMap((run) => run.warnings))],
    findMax: undefined,
    thresholds: [],
  };
}

function checkSame(first: BenchResult, other: BenchResult): void {
  for (const field of ['case', 'dataSize', 'periodMs'] as const) {
    const [a, b] = [first.settings[field], other.settings[field]];
    if (a !== b) throw new MergeError(`the runs differ in ${field}, ${a} and ${b}: they cannot be added up`);
  }
  if ((first.settings.rate === undefined) !== (other.settings.rate === undefined)) {
    throw new MergeError('one run was made at a rate and another was not: they cannot be added up');
  }
}

const total = (runs: readonly BenchResult[], of: (run: BenchResult) => number): number =>
  runs.reduce((sum, run) => sum + of(run), 0);

function sum(parts: readonly Measured[], lengthMs: number): Measured {
  const slice = newSlice(parts.some(({ responseHistogram }) => responseHistogram !== undefined));
  for (const part of parts) addSlice(slice, sliceOf(part));
  return measuredOf(slice, lengthMs);
}

function mergePeriods(runs: readonly BenchResult[]): Period[] {
  const count = Math.max(...runs.map(({ periods }) => periods.length));
  return Array.from({ length: count }, (_, index) => {
    const parts = runs.flatMap(({ periods }) => periods[index] ?? []);
    const lengthMs = Math.max(...parts.map((part) => part.lengthMs));
    return { ...sum(parts, lengthMs), startMs: Math.min(...parts.map(({ startMs }) => startMs)), lengthMs };
  });
}

function overlapWarnings(runs: readonly BenchResult[]): string[] {
  const spans = runs.map(({ startedAt, elapsedMs }) => ({ from: Date.parse(startedAt), length: elapsedMs }));
  const from = Math.max(...spans.map((span) => span.from));
  const to = Math.min(...spans.map((span) => span.from + span.length));
  const longest = Math.max(...spans.map(({ length }) => length));
  if (to - from >= longest * leastOverlap) return [];
  return [
    'The runs were not made at the same time, by the clocks of their machines: the sum of their rates is not what the server did.',
  ];
}

import { failures } from '../measure/counts.js';
import { shownPercentiles, type TimesUs } from '../measure/histogram.js';
import { formatCount, formatRate, formatShare, formatUs } from '../measure/units.js';
import type { BenchResult, Measured } from '../result.js';

const columns = [...shownPercentiles.map(({ name }) => name), 'max'] as const;

/** What the official report lacks, as text. */
export function summaryOf(result: BenchResult): string {
  return [
    `${formatRate(result.total.tps)} calls per second`,
    timesTable(result),
    ...operationLines(result),
    ...errorLines(result.total),
    proofLine(result),
    clientLine(result),
    ...findMaxLines(result),
    ...result.thresholds.map(
      ({ threshold, ok, actual }) => `${ok ? 'ok    ' : 'FAILED'}  ${threshold}  (it was ${actual})`,
    ),
    ...result.warnings.map((warning) => `! ${warning}`),
    ...(result.interrupted ? ['! Ended before its time.'] : []),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function timesTable({ total, operations }: BenchResult): string {
  const rows: [string, TimesUs][] = [];
  if (total.responseUs) rows.push(['response time', total.responseUs]);
  rows.push(['service time', total.serviceUs]);
  const names = Object.keys(operations);
  if (names.length > 1) {
    for (const name of names.sort()) {
      const { serviceUs, responseUs } = operations[name] as Measured;
      rows.push([`  ${name}`, responseUs ?? serviceUs]);
    }
  }
  const texts = [
    ['', ...columns],
    ...rows.map(([name, times]) => [name, ...columns.map((key) => formatUs(times[key]))]),
  ];
  return alignRight(texts);
}

/** Aligns the first column left, all others right. */
export function alignRight(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function operationLines({ operations }: BenchResult): string[] {
  const names = Object.keys(operations);
  if (names.length < 2) return [];
  return names.sort().map((name) => {
    const { counts, tps } = operations[name] as Measured;
    const failed = failures(counts);
    return `${name}: ${formatCount(counts.responses)} calls, ${formatRate(tps)} per second, ${formatCount(failed)} failed`;
  });
}

function errorLines({ counts }: Measured): string[] {
  const failed = failures(counts);
  if (failed === 0) return [];
  const codes = Object.entries(counts.codes)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${code} ${formatCount(count)}`);
  return [`errors: ${formatCount(failed)} (${formatShare(failed / counts.responses)}): ${codes.join(', ')}`];
}

function proofLine({ proofs: { right, wrong, unknown, reasons } }: BenchResult): string {
  if (right + wrong + unknown === 0) return '';
  const failed = unknown > 0 ? `, ${unknown} could not be checked: ${reasons.join('; ')}` : '';
  return `answers checked by calling KMS again: ${right} right, ${wrong} wrong${failed}`;
}

function clientLine({ client, machine }: BenchResult): string {
  const { eventLoopBusy, cpuCores, machineBusy } = client;
  return `client: event loop ${formatShare(eventLoopBusy)} busy, ${cpuCores.toFixed(2)} of ${machine.cores} cores, machine ${formatShare(machineBusy)} busy`;
}

function findMaxLines({ findMax }: BenchResult): string[] {
  if (!findMax) return [];
  const { rate, limit } = findMax;
  const found =
    rate > 0
      ? `${formatRate(rate)} calls per second keep ${limit}; the report is of the run at that rate`
      : `no rate that was tried keeps ${limit}`;
  return [`find-max: ${found}`];
}

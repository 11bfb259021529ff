import { shownPercentiles, type TimesUs } from '../measure/histogram.js';
import type { BenchResult, Measured, Period } from '../result.js';

const timeNames = ['min', 'mean', ...shownPercentiles.map(({ name }) => name), 'max'] as const;
const timeHeadings = (kind: string) => timeNames.map((name) => `${kind}_${name.replace('.', '_')}_us`);
const timeCells = (times: TimesUs | undefined) => timeNames.map((name) => (times ? String(times[name]) : ''));

const headings = [
  'row',
  'start_ms',
  'length_ms',
  'requests',
  'responses',
  'tps',
  'client_errors',
  'limit_exceeded',
  'timeouts',
  ...timeHeadings('service'),
  ...timeHeadings('response'),
];

/** One row for each period, one for each operation, and one for the whole run. */
export function csvOf({ periods, operations, total, elapsedMs }: BenchResult): string {
  const whole = { startMs: 0, lengthMs: elapsedMs };
  const rows = [
    ...periods.map((period, index) => row(`period ${index + 1}`, period)),
    ...Object.entries(operations).map(([name, measured]) => row(name, { ...measured, ...whole })),
    row('total', { ...total, ...whole }),
  ];
  return `${[headings, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}

function row(name: string, { startMs, lengthMs, ...measured }: Measured & Pick<Period, 'startMs' | 'lengthMs'>) {
  const { counts, tps, serviceUs, responseUs } = measured;
  const numbers = [Math.round(startMs), Math.round(lengthMs), counts.requests, counts.responses, tps.toFixed(2)];
  return [
    name,
    ...[...numbers, counts.clientErrors, counts.limitExceeded, counts.timeouts].map(String),
    ...timeCells(serviceUs),
    ...timeCells(responseUs),
  ];
}

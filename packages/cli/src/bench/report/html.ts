import { failures } from '../measure/counts.js';
import { shownPercentiles, type TimesUs } from '../measure/histogram.js';
import { feltTimes } from '../measure/measured.js';
import { formatCount, formatRate, formatUs } from '../measure/units.js';
import { isWhole } from '../measure/whole-periods.js';
import type { BenchResult } from '../result.js';
import { chartSvg, escapeHtml } from './chart.js';
import { pageStyle } from './page-style.js';
import { percentileChart } from './percentile-chart.js';
import { summaryOf } from './summary.js';

const columns = ['min', 'mean', ...shownPercentiles.map(({ name }) => name), 'max'] as const;

/** A self-contained page: no script, nothing to load. */
export function htmlOf(result: BenchResult): string {
  const { settings, machine, startedAt, elapsedMs } = result;
  const title = `kms bench: ${settings.case}`;
  const facts: [string, string][] = [
    ['started', startedAt],
    ['took', formatUs(elapsedMs * 1000)],
    ['endpoint', settings.local ? `${settings.endpoint} (a local KMS on the same machine)` : settings.endpoint],
    ['data', `${formatCount(settings.dataSize)} bytes`],
    [
      'calls at a time',
      `${formatCount(settings.concurrency)}, by ${settings.processes === 1 ? 'one process' : `${formatCount(settings.processes)} processes`}`,
    ],
    ['rate', rateText(result)],
    ['client', `${machine.cpu}, ${machine.cores} cores, ${machine.platform}, Node.js ${machine.node}`],
  ];
  const rows = facts.map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${pageStyle}</style></head><body>
<h1>${escapeHtml(title)}</h1>
<p class="big">${headline(result)}</p>
${result.warnings.map((warning) => `<p class="warning">${proseHtml(warning)}</p>`).join('\n')}
${timeCharts(result).join('\n')}
${percentileChart(result)}
<h2>Times</h2>
${timesTable(result)}
<h2>Summary</h2>
<pre>${escapeHtml(summaryOf(result))}</pre>
<h2>How it was measured</h2>
<table>${rows.join('')}</table>
</body></html>
`;
}

function headline({ total }: BenchResult): string {
  const times = feltTimes(total);
  const facts: [string, string][] = [
    [formatRate(total.tps), 'calls per second'],
    [formatUs(times.p50), 'p50'],
    [formatUs(times.p99), 'p99'],
    [formatCount(failures(total.counts)), 'errors'],
  ];
  return facts.map(([value, name]) => `<span><b>${escapeHtml(value)}</b> ${name}</span>`).join('');
}

const proseHtml = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

function rateText({ settings: { rate } }: BenchResult): string {
  if (!rate) return 'as fast as answers come';
  return rate.from === rate.to
    ? `${formatRate(rate.to)} per second`
    : `${formatRate(rate.from)} to ${formatRate(rate.to)} per second`;
}

function timeCharts(result: BenchResult): string[] {
  const periods = result.periods.filter((period) => isWhole(period, result.settings.periodMs));
  if (periods.length < 2) return [];
  const line = (name: string, value: (period: (typeof periods)[number]) => number) => ({
    name,
    points: periods.map((period) => ({ x: (period.startMs + period.lengthMs) / 1000, y: value(period) })),
  });
  const times = (name: keyof TimesUs) => line(name, (period) => feltTimes(period)[name]);
  const base = { xLabel: 'seconds', formatX: (x: number) => formatCount(x) };
  return [
    chartSvg({
      ...base,
      title: 'Calls per second',
      formatY: (y) => formatCount(y),
      lines: [
        line('ended', ({ tps }) => tps),
        line('failed', ({ counts, lengthMs }) => (failures(counts) * 1000) / lengthMs),
      ],
    }),
    chartSvg({
      ...base,
      title: result.total.responseUs ? 'Response time' : 'Service time',
      formatY: formatUs,
      lines: [times('p50'), times('p99'), times('max')],
    }),
  ];
}

function timesTable({ total, operations }: BenchResult): string {
  const rows: [string, TimesUs | undefined][] = [
    ['response time', total.responseUs],
    ['service time', total.serviceUs],
    // With a single case it would repeat the total.
    ...(Object.keys(operations).length > 1
      ? Object.entries(operations).map(([name, measured]): [string, TimesUs] => [name, feltTimes(measured)])
      : []),
  ];
  const cells = (times: TimesUs) => columns.map((name) => `<td>${escapeHtml(formatUs(times[name]))}</td>`).join('');
  const body = rows.flatMap(([name, times]) => (times ? [`<tr><th>${escapeHtml(name)}</th>${cells(times)}</tr>`] : []));
  return `<table><tr><th></th>${columns.map((name) => `<th>${name}</th>`).join('')}</tr>${body.join('')}</table>`;
}
